"""The close reader as PyTorch trains it: upper layers of a mail encoder, taught anew.

Needs `torch`, which neither Onward nor its tests depend on.
"""

from collections.abc import Mapping

import torch
from torch import Tensor, nn

from onward.domain.mail.details.closely.reading import NAMED, TAGS
from onward.domain.mail.details.closely.weights import SHARED
from onward.domain.mail.details.closely.windows import LOOKS
from onward.domain.mail.details.refusal.stage import STAGES
from onward.domain.mail.language import Language
from tools.encoder_export import Arrays, layer_arrays, line_arrays
from tools.encoder_shipped import encoder_as_shipped

_DROPOUT = 0.1
# So many layers read closely. The two highest of the German encoder's twelve are left
# out: what they make of a piece is of the whole letter, and they cost a fifth more.
_OWN: Mapping[Language, int] = {"en": 4, "de": 6}


class CloseReader(nn.Module):  # type: ignore[misc]  # torch is not where mypy runs
    """Tells tags of each piece, and of a window as a whole its stage and an agency."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.encoder, _ = encoder_as_shipped(language)
        self.shared = SHARED[language]
        self.encoder.layers = self.encoder.layers[: self.shared + _OWN[language]]
        width = self.encoder.words.weight.shape[1]
        self.marks = nn.Embedding(LOOKS, width)
        nn.init.zeros_(self.marks.weight)
        self.tags = nn.Linear(width, len(NAMED) * TAGS)
        self.decides = nn.Linear(width, 2)
        self.stages = nn.Linear(2 * width, len(STAGES))
        self.agency = nn.Linear(2 * width, 1)
        self.dropout = nn.Dropout(_DROPOUT)
        for layer in self.encoder.layers[: self.shared]:
            layer.requires_grad_(requires_grad=False)

    @property
    def own_layers(self) -> list[nn.Module]:
        """The layers that are taught, the lowest first."""
        return list(self.encoder.layers[self.shared :])

    @property
    def heads(self) -> list[nn.Module]:
        """What is made of the states, and what pieces look like."""
        return [self.marks, self.tags, self.decides, self.stages, self.agency]

    def forward(self, ids: Tensor, looks: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return log-odds of tags, of stages and of an agency."""
        there = (ids != 0).float()
        closed = (1 - there)[:, None, None, :] * -1e4
        with torch.no_grad():
            places = self.encoder.places.weight[: ids.shape[1]]
            states = self.encoder.norm(self.encoder.words(ids) + places)
            for layer in self.encoder.layers[: self.shared]:
                states = layer(states, closed)
        states = states + self.marks(looks)
        for layer in self.own_layers:
            states = layer(states, closed)
        states = self.dropout(states)
        odds = self.decides(states).float() - 1e4 * (1 - there)[:, :, None]
        much = torch.softmax(odds, dim=1).to(states.dtype)
        evenly = there / there.sum(dim=1, keepdim=True)
        alike = (states * evenly[:, :, None]).sum(dim=1)
        of_stage, of_agency = (
            torch.cat([(states * much[:, :, n : n + 1]).sum(dim=1), alike], dim=1)
            for n in range(2)
        )
        return self.tags(states), self.stages(of_stage), self.agency(of_agency)[:, 0]

    def arrays(self) -> Arrays:
        """Return what ships: whole numbers with one step a column."""
        arrays: Arrays = {
            "marks": self.marks.weight.detach().numpy().astype("float16"),
            **line_arrays("tags", self.tags),
            **line_arrays("decides", self.decides),
            **line_arrays("stages", self.stages),
            **line_arrays("agency", self.agency),
        }
        for place, layer in enumerate(self.own_layers):
            arrays |= layer_arrays(f"layer{place}", layer)
        return arrays
