"""Rules of the EDGAR filer manual."""
