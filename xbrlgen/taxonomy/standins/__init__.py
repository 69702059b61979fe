"""Stand-ins: small packages that declare only what a report needs."""
