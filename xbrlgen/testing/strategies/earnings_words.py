"""Labels of the rows of invented releases, worded as the captions of Regulation S-X and ASC 230 usually are."""

from __future__ import annotations

from typing import Final

OPERATING: Final = (
    "Sales and marketing",
    "Research and development",
    "General and administrative",
    "Restructuring",
)
ADJUSTMENTS: Final = (
    "Depreciation",
    "Deferred income taxes",
    "Loss on disposal of assets",
    "Other noncash items",
)
WORKING: Final = ("Accounts receivable", "Inventories", "Accounts payable", "Deferred revenue")
INVESTING: Final = (
    "Purchases of property and equipment",
    "Proceeds from sales of investments",
    "Acquisitions",
)
FINANCING: Final = ("Proceeds from issuance of debt", "Repurchases of common stock", "Dividends paid")
ASSETS: Final = (
    "Accounts receivable, net",
    "Inventories, net",
    "Prepaid expenses",
    "Other current assets",
)
FIXED: Final = ("Property and equipment, net", "Goodwill", "Intangible assets, net", "Other assets")
LIABILITIES: Final = (
    "Accounts payable",
    "Accrued liabilities",
    "Deferred revenue",
    "Current portion of debt",
)
LONG: Final = ("Long-term debt", "Deferred tax liabilities", "Other liabilities")
