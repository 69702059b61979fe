"""From a filing to the files a regulator and any reader takes."""
