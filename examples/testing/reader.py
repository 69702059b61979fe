"""A little reader of instances, to be tested: the numbers in them, with the day they end on."""

import xml.etree.ElementTree as ET
from decimal import Decimal

X = "{http://www.xbrl.org/2003/instance}"


def numbers(path):
    root = ET.parse(path).getroot()
    ends = {context.get("id"): context.find(f".//{X}endDate").text for context in root.iter(f"{X}context")}
    for element in root:
        if element.get("unitRef"):
            name = element.tag.rpartition("}")[2]
            yield (name, ends[element.get("contextRef")], Decimal(element.text))
