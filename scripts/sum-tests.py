"""Prints how many tests passed, failed and were skipped, from folders of JUnit XML reports."""

import sys
from pathlib import Path
from xml.etree import ElementTree


def main(folders):
    tests = failed = skipped = 0
    for folder in folders:
        for report in sorted(Path(folder).glob("TEST-*.xml")):
            suite = ElementTree.parse(report).getroot()
            tests += int(suite.get("tests"))
            failed += int(suite.get("failures")) + int(suite.get("errors"))
            skipped += int(suite.get("skipped"))
    print(tests - failed - skipped, failed, skipped)


if __name__ == "__main__":
    main(sys.argv[1:])
