"""Figures out of samples, and the table that shows them."""

import math
import statistics

OURS, PEER = "envlens", "yaml-language-server"
SECONDS, BYTES = "s", "bytes"


class Measurements:
    """Samples by what was measured, in the order of the first, and by server."""

    def __init__(self):
        self._rows = {}

    def add(self, title, server, sample, unit=SECONDS, tail=False):
        """`tail`: the 99th hundredth is of interest, too."""
        row = self._rows.setdefault(title, {"unit": unit, "tail": tail, "samples": {}})
        row["samples"].setdefault(server, []).append(sample)

    def summary(self):
        """One dictionary for each row, ready for JSON."""
        return [
            {
                "what": title,
                "unit": row["unit"],
                "tail": row["tail"],
                "servers": {name: _figures(of) for name, of in row["samples"].items()},
                "ratio": _ratio(row["samples"]),
            }
            for title, row in self._rows.items()
        ]


def _figures(numbers):
    ordered = sorted(numbers)
    return {
        "median": statistics.median(ordered),
        "min": ordered[0],
        "max": ordered[-1],
        "p99": ordered[math.ceil(len(ordered) * 0.99) - 1],
        "samples": numbers,
    }


def _ratio(by_server):
    if len(by_server) < 2:
        return None
    return statistics.median(by_server[OURS]) / statistics.median(by_server[PEER])


def table(summary):
    rows = [["", OURS, PEER, "ratio"]]
    for row in summary:
        figures = [_cell(row, name, "median") for name in (OURS, PEER)]
        ratio = "" if row["ratio"] is None else f"{row['ratio']:.2f}"
        rows.append([row["what"], *figures, ratio])
        if row["tail"]:
            rows.append(["  its 99th percentile", *(_cell(row, n, "p99") for n in (OURS, PEER)), ""])
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths))
        ).rstrip()
        for row in rows
    )


def _cell(row, name, what):
    figures = row["servers"].get(name)
    if not figures:
        return "–"
    text = _quantity(figures[what], row["unit"])
    if what != "median" or len(figures["samples"]) == 1:
        return text
    low, high = (_quantity(figures[end], row["unit"]) for end in ("min", "max"))
    return f"{text} ({low} to {high})"


def _quantity(number, unit):
    if unit == BYTES:
        return f"{number / 2**20:.0f} MiB"
    milliseconds = number * 1000
    digits = 2 if milliseconds < 1 else 1 if milliseconds < 100 else 0
    return f"{milliseconds:.{digits}f} ms"
