from tests import two_pools

from tpxl.jobs.allocation.expected import allocation_lineage
from tpxl.jobs.allocation.pools import SharedCosts
from tpxl.layout import survey
from tpxl.model import Period, PeriodKind

TP = Period(PeriodKind.ACTUAL, 2025)


def pooled() -> SharedCosts:
    return SharedCosts.of(survey(two_pools.book()))


def test_every_euro_has_come_from_somewhere_and_gone_somewhere() -> None:
    flows = [flow for flow in allocation_lineage(pooled()) if flow.period == TP]
    told = [(flow.source, flow.target, str(flow.amount), str(flow.share_percent)) for flow in flows]
    assert told[:3] == [
        ("Tietohallinto", "Johtaminen", "33333.34", "33.4"),
        ("Tietohallinto", "Asuminen", "33333.34", "33.3"),
        ("Tietohallinto", "Työllisyys", "33333.33", "33.3"),
    ]
    assert told[6] == ("Johtaminen", "Asuminen", "16666.69", "50.0")
    arrived = sum(flow.amount or 0 for flow in flows if flow.target in two_pools.AREAS)
    assert str(arrived) == "100000.06"


def test_a_flow_knows_where_its_euros_stand() -> None:
    first = next(allocation_lineage(pooled()))
    assert (first.sheet, first.cell, first.basis) == ("Vyörytys", "B56", None)


def test_an_inflected_mention_means_the_pool_with_its_stem() -> None:
    both = pooled()
    assert both.mentioned("johtamisenkustannuksista") == ("Johtaminen",)
    assert both.mentioned("tietohallinnonkustannuksista") == ("Tietohallinto",)
    assert both.mentioned("ruokahuollonkustannuksista") == ()
    assert both.mentioned("") == ("Johtaminen", "Tietohallinto")


def test_an_area_may_be_called_by_its_sheet() -> None:
    assert pooled().owner("Alue 1") == "Asuminen"
    part = pooled().part(TP, "Johtaminen", "ALUE 2")
    assert part is None
    named = pooled().part(TP, "johtaminen (lautakunta)", "Työllisyys")
    assert named is not None
    assert named.share is not None
    assert str(named.share) == "25.0"
