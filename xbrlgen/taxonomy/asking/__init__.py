"""The index asked: a taxonomy of a year, its concepts, trees and sums."""
