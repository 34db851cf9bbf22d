"""Muon for the matrices of the layers, Adam for the embedding and the norms.

Muon: momentum, then the nearest half-orthogonal matrix by five Newton-Schulz iterations (Jordan et al. 2024).
Matrices are stacked so that one batched product serves all layers.
"""
import torch

_ITERATION = (3.4445, -4.7750, 2.0315)


def orthogonalized(stack, kind=torch.bfloat16):
    """[n, rows, columns] float32 with rows <= columns: each matrix with its singular values brought near 1."""
    x = stack / (stack.flatten(1).norm(dim=1)[:, None, None] + 1e-7)
    x = x.to(kind)
    a, b, c = _ITERATION
    for _ in range(5):
        square = torch.bmm(x, x.transpose(1, 2))
        x = torch.bmm(torch.bmm(square, square).mul_(c).add_(square, alpha=b), x).add_(x, alpha=a)
    return x.float()


class Optimizer:
    """Steps a model that has `parameters`, `gradients` and `refresh(name)`."""

    def __init__(self, shape, model, momentum=0.95, betas=(0.9, 0.98), weight_decay=0.05):
        self.shape, self.model = shape, model
        self.momentum, self.betas, self.weight_decay = momentum, betas, weight_decay
        device = model.parameters["embed"].device
        d, f, layers = shape.width, shape.feed_forward, shape.layers
        self.state = {"square": torch.zeros(4 * layers, d, d, device=device), "wide": torch.zeros(3 * layers, d, f, device=device), "steps": 0}
        for name in self._adam_names():
            self.state["m." + name] = torch.zeros_like(model.parameters[name])
            self.state["v." + name] = torch.zeros_like(model.parameters[name])

    def _adam_names(self):
        return [name for name, value in self.model.parameters.items() if value.dim() == 1 or name == "embed"]

    def step(self, muon_rate, adam_rate):
        self.state["steps"] += 1
        self._muon(muon_rate)
        self._adam(adam_rate)

    def _stacks(self):
        d, f = self.shape.width, self.shape.feed_forward
        square, wide = [], []
        for l in range(self.shape.layers):
            gradient = {part: self.model.gradients[f"{l}.{part}"].float() for part in ("qkv", "out", "gate_up", "down")}
            square += [*gradient["qkv"].split(d), gradient["out"]]
            wide += [gradient["gate_up"][:f].t(), gradient["gate_up"][f:].t(), gradient["down"]]
        return torch.stack(square), torch.stack(wide)

    def _muon(self, rate):
        square, wide = self._stacks()
        updates = []
        for name, gradient in (("square", square), ("wide", wide)):
            velocity = self.state[name].mul_(self.momentum).add_(gradient)
            updates.append(orthogonalized(gradient.add_(velocity, alpha=self.momentum), self.model.kind))
        square, wide = updates
        d, f = self.shape.width, self.shape.feed_forward
        for l in range(self.shape.layers):
            self._apply(f"{l}.qkv", square[4 * l:4 * l + 3].reshape(3 * d, d), rate)
            self._apply(f"{l}.out", square[4 * l + 3], rate)
            self._apply(f"{l}.gate_up", torch.cat([wide[3 * l].t(), wide[3 * l + 1].t()]) * (f / d) ** 0.5, rate)
            self._apply(f"{l}.down", wide[3 * l + 2], rate)

    def _apply(self, name, update, rate):
        self.model.parameters[name].mul_(1 - rate * self.weight_decay).add_(update, alpha=-rate)
        self.model.refresh(name)

    def _adam(self, rate):
        b1, b2 = self.betas
        for name in self._adam_names():
            gradient, value = self.model.gradients[name].float(), self.model.parameters[name]
            gradient = gradient / gradient.norm().clamp(min=1)
            m = self.state["m." + name].mul_(b1).add_(gradient, alpha=1 - b1)
            v = self.state["v." + name].mul_(b2).addcmul_(gradient, gradient, value=1 - b2)
            steps = self.state["steps"]
            update = (m / (1 - b1 ** steps)) / ((v / (1 - b2 ** steps)).sqrt() + 1e-9)
            if value.dim() == 2:
                value.mul_(1 - rate * self.weight_decay)
            value.add_(update, alpha=-rate)
            if value.dim() == 2:
                self.model.refresh(name)
