"""The schema and linkbases of a filing: its own concepts, labels, trees and sums."""
