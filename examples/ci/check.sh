#!/bin/sh
# Judge all filings of the folder: alerts for the code host, a report for the test view, and words for the log.
# Ends as the last command does: 0 clean, 1 with findings, 2 unreadable, 3 not judged.
mkdir -p out
xbrlgen validate filings --format sarif > out/xbrlgen.sarif
xbrlgen validate filings --format junit > out/xbrlgen.xml
xbrlgen validate filings
