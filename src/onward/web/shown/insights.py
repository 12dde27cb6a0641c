"""What the pages of Insights show."""

from dataclasses import dataclass

from onward.domain.charts.bands import Band
from onward.domain.charts.curves import Area, Curve, Mark
from onward.domain.charts.dots import Line
from onward.domain.charts.pairs import Pair
from onward.web.shown.applications import Row
from onward.web.shown.landing import Sourced
from onward.web.shown.shared import ONE_PAGE, Filter, Pages, Quote


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in words, and the list of what it counts; without one, nothing opens."""

    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """What a picture is called and what can be seen in it, for those who hear it."""

    key: str
    title: str
    said: str


@dataclass(frozen=True, slots=True)
class FlowBox:
    """One point of the flow with its words; `short` is for a phone."""

    x: str
    y: str
    height: str
    reading_y: str
    tone: str
    label: str
    short: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class FlowRibbon:
    """How many went from point to point."""

    path: str
    tone: str


@dataclass(frozen=True, slots=True)
class FlowDrawn:
    """The flow as drawn for one width: `wide` or `narrow`."""

    width: str
    picture: Picture
    height: str
    boxes: tuple[FlowBox, ...]
    ribbons: tuple[FlowRibbon, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One number of a table with the words of its column, and the parts of it."""

    label: str
    figure: Figure
    parts: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One row of a table of numbers."""

    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class FlowShown:
    """The journey of every application: picture and table."""

    drawn: tuple[FlowDrawn, ...]
    rows: tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True)
class LegRow:
    """One part of the way: what was counted, the likely range, and what that says."""

    name: str
    counted: str
    so_far: str
    figures: tuple[Figure, ...]
    likely: str
    usual: str
    standing: str
    band: Band
    is_look: bool = False


@dataclass(frozen=True, slots=True)
class LegsShown:
    """Every part of the way, with the likely range of each."""

    picture: Picture
    height: str
    rows: tuple[LegRow, ...]


@dataclass(frozen=True, slots=True)
class WaitsShown:
    """How long answers take; the curve only once there are enough of them."""

    sentence: str
    picture: Picture | None = None
    curve: Curve | None = None
    half_at: str = ""
    half_words: str = ""
    rows: tuple[FigureRow, ...] = ()
    listed: str = ""
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class SilenceShown:
    """What a silence says the longer it lasts, and which ones are past the middle."""

    sentence: str
    rows: tuple[FigureRow, ...]
    past_even: Figure | None = None


@dataclass(frozen=True, slots=True)
class EndArea:
    """One way to end, in the picture of how long it took."""

    area: Area
    label: str
    tone: str


@dataclass(frozen=True, slots=True)
class EndsShown:
    """How it was over, by the day after applying."""

    picture: Picture
    height: str
    areas: tuple[EndArea, ...]
    days: tuple[Mark, ...]
    rows: tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """One theme: how many employers speak of it, and how often the person does."""

    name: str
    employers: Figure
    own: Figure
    pair: Pair


@dataclass(frozen=True, slots=True)
class ThemesShown:
    """What employers said beside what the person noted themselves."""

    sentence: str
    picture: Picture
    height: str
    rows: tuple[ThemeRow, ...]
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class ForecastsShown:
    """What the person expected beside what came."""

    sentence: str
    said: str
    picture: Picture
    height: str
    lines: tuple[Line, ...]
    labels: tuple[str, ...]
    rows: tuple[FigureRow, ...]
    heights: tuple[FigureRow, ...] = ()
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class ListShown:
    """A section of a sentence and a few lines, each with the page it is known from."""

    sentence: str
    rows: tuple[FigureRow, ...]
    url: str = ""
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class NewWayRow:
    """A new way, and the numbers before and since."""

    words: str
    on: str
    drop_url: str
    see_url: str
    is_seen: bool = False
    sentence: str = ""
    rows: tuple[FigureRow, ...] = ()


@dataclass(frozen=True, slots=True)
class InsightsShown:
    """The whole page; `empty` means that there is nothing to count yet."""

    empty: bool = False
    sentence: str = ""
    evidence: tuple[Figure, ...] = ()
    filters: tuple[Filter, ...] = ()
    narrowed: str = ""
    flow: FlowShown | None = None
    legs: LegsShown | None = None
    waits: WaitsShown | None = None
    silence: SilenceShown | None = None
    ends: EndsShown | None = None
    themes: ThemesShown | None = None
    forecasts: ForecastsShown | None = None
    techniques: ListShown | None = None
    practice: ListShown | None = None
    new_ways: tuple[NewWayRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Counted:
    """The list of what one number counts."""

    title: str
    said: str
    back_url: str
    rows: tuple[Row, ...] = ()
    pages: Pages = ONE_PAGE


@dataclass(frozen=True, slots=True)
class Usual:
    """What is taken as usual for a step, from where and since when."""

    sentence: str
    source: str
    warning: str
    url: str
    share: str
    weight: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class StepOdds:
    """The odds of one step, in sentences: range first, then the counts behind it."""

    key: str
    name: str
    picture: Picture
    band: Band
    height: str
    range_said: str
    standing: str
    figures: tuple[Figure, ...]
    sentences: tuple[str, ...]
    would_change: tuple[str, ...]
    usual: Usual
    is_look: bool = False


@dataclass(frozen=True, slots=True)
class OddsShown:
    """The odds page; `folded` says why it stays closed until it is opened."""

    folded: str
    steps: tuple[StepOdds, ...] = ()
    which: str = ""
    assumed: tuple[str, ...] = ()
    chance: tuple[str, ...] = ()
    telling: tuple[FigureRow, ...] = ()
    bias: Sourced | None = None
    rights_url: str = ""
    clusters: tuple[str, ...] = ()
    fades: bool = False
