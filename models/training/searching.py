"""Monte Carlo tree search over lines of thought, as the app does it, for many problems at once.

A node is one line.  Its value is the mean confidence of the rollouts through it; children are chosen by
Q + C * sqrt(2 ln N / n), unvisited ones first (Marco-o1's later public code, with a smaller C: confidences lie close together).
"""
import collections
import math

from llama import Job

EXPLORATION, CHILDREN, LINE_TOKENS, ROLLOUT_TOKENS = 0.1, 4, 120, 420


class Node:
    """ids and confidence of one line; visits and total value of the rollouts through it."""

    def __init__(self, ids, confidence, parent, ended):
        self.ids, self.confidence, self.parent, self.ended = ids, confidence, parent, ended
        self.children, self.visits, self.total = [], 0, 0.0

    def path(self):
        nodes, node = [], self
        while node.parent is not None:
            nodes.append(node)
            node = node.parent
        ids, confidence = [], []
        for node in reversed(nodes):
            ids += node.ids
            confidence += node.confidence
        return ids, confidence

    def backup(self, value):
        node = self
        while node is not None:
            node.visits += 1
            node.total += value
            node = node.parent


def select(root, random):
    node = root
    while node.children:
        fresh = [child for child in node.children if not child.visits]
        if fresh:
            return random.choice(fresh)
        node = max(node.children, key=lambda child: child.total / child.visits + EXPLORATION * math.sqrt(2 * math.log(node.visits) / child.visits))
    return node


def expand(llama, prompts, leaves, random, stop, line_end):
    """Gives each leaf up to CHILDREN different next lines; returns the leaf or one child of it for each problem."""
    growing = [i for i, leaf in enumerate(leaves) if not leaf.ended and (leaf.visits or leaf.parent is None)]
    jobs = [Job(prompts[i] + leaves[i].path()[0], LINE_TOKENS, 1.0, stop | {line_end}) for i in growing for _ in range(CHILDREN)]
    llama.run(jobs)
    for place, i in enumerate(growing):
        lines = {tuple(job.ids): job for job in jobs[place * CHILDREN:(place + 1) * CHILDREN]}
        leaves[i].children = [Node(job.ids, job.confidence, leaves[i], job.ids[-1] in stop) for job in lines.values()]
        leaves[i] = random.choice(leaves[i].children)


def search(llama, prompts, rollouts, random, stop, line_end):
    """For each prompt the list of (ids, mean confidence) of its rollouts, in order."""
    roots, results = [Node([], [], None, False) for _ in prompts], [[] for _ in prompts]
    for _ in range(rollouts):
        leaves = [select(root, random) for root in roots]
        expand(llama, prompts, leaves, random, stop, line_end)
        jobs = {i: Job(prompts[i] + leaf.path()[0], ROLLOUT_TOKENS, 1.0, stop) for i, leaf in enumerate(leaves) if not leaf.ended}
        llama.run(list(jobs.values()))
        for i, leaf in enumerate(leaves):
            ids, confidence = leaf.path()
            if i in jobs:
                ids, confidence = ids + jobs[i].ids, confidence + jobs[i].confidence
            value = sum(confidence) / len(confidence)
            results[i].append((ids, value))
            leaf.backup(value)
    return results


def vote(answers, weights=None):
    """The answer with the greatest total weight, or None."""
    totals = collections.Counter()
    for i, answer in enumerate(answers):
        if answer is not None:
            totals[answer] += weights[i] if weights else 1
    return totals.most_common(1)[0][0] if totals else None
