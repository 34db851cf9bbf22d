"use strict";
(() => {
  const words = {
    en: { value: "Value", visits: "Visits", prior: "Prior", own: "Own value", tokens: "Tokens", confidence: "Confidence {0}. What could have stood here:", answers: "Answers so far", none: "No answer yet", answer: "Answer: {0}", right: "right", wrong: "wrong", play: "Play", pause: "Pause", first: "To the start", before: "Previous simulation", after: "Next simulation", last: "To the end", speed: "Speed", moment: "Simulation {0} of {1} · {2} nodes · {3} tokens · {4} s", node: "Selected node", pick: "Click a node, or walk with the arrow keys. Space plays.", slider: "Moment of the run", tree: "Search tree. Arrow keys walk from node to node.", reflection: "Reflection", before2: "Answer before", after2: "Answer after", note: "Checker", question: "Question", best: "Value of the leading answer over the run", about: "Model: {0} · seed {1} · {2}" },
    de: { value: "Wert", visits: "Besuche", prior: "Prior", own: "Eigener Wert", tokens: "Token", confidence: "Konfidenz {0}. Was hier hätte stehen können:", answers: "Antworten bis hierher", none: "Noch keine Antwort", answer: "Antwort: {0}", right: "richtig", wrong: "falsch", play: "Abspielen", pause: "Pause", first: "An den Anfang", before: "Vorige Simulation", after: "Nächste Simulation", last: "Ans Ende", speed: "Tempo", moment: "Simulation {0} von {1} · {2} Knoten · {3} Token · {4} s", node: "Gewählter Knoten", pick: "Klick einen Knoten an oder geh mit den Pfeiltasten. Die Leertaste spielt ab.", slider: "Moment des Laufs", tree: "Suchbaum. Die Pfeiltasten gehen von Knoten zu Knoten.", reflection: "Reflexion", before2: "Antwort davor", after2: "Antwort danach", note: "Prüfer", question: "Frage", best: "Wert der führenden Antwort im Lauf", about: "Modell: {0} · Startzahl {1} · {2}" }
  };
  const german = (navigator.language || "en").startsWith("de");
  const say = (key, ...values) => (german ? words.de : words.en)[key].replace(/\{(\d)}/g, (_, i) => values[i]);
  const three = number => number === null ? "–" : number.toLocaleString(german ? "de" : "en", { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  const byId = id => document.getElementById(id);
  document.documentElement.lang = german ? "de" : "en";

  const run = JSON.parse(byId("run").textContent);
  const events = run.events;
  const branches = [];
  const nodes = [{ id: 0, parent: -1, kind: "R", branch: -1, from: 0, to: 0, prior: 1, own: 0, end: false, born: 1, depth: 0, children: [] }];
  const stops = [1];
  for (let i = 0; i < events.length; i++) {
    const e = events[i];
    if (e[0] === "t") (branches[e[1]] ||= []).push(...e[2]);
    if (e[0] === "n") for (const [id, parent, kind, branch, from, to, prior, own, end] of e.slice(1)) {
      const node = { id, parent, kind, branch, from, to, prior, own, end: end === 1, born: i + 1, depth: nodes[parent].depth + 1, children: [] };
      nodes.push(node);
      nodes[node.parent].children.push(node.id);
    }
    if (e[0] === "u") stops.push(i + 1);
  }
  if (stops[stops.length - 1] !== events.length) stops.push(events.length);

  const tokensOf = node => node.branch < 0 ? [] : branches[node.branch].slice(node.from, node.to);
  const textOf = node => node.id === 0 ? run.question : tokensOf(node).map(t => t[0]).join("").trim();
  const flat = text => text.replace(/\s+/g, " ");

  // The places are those of the whole tree, so that nothing moves while it grows.
  const COLUMN = 226, ROW = 58, WIDTH = 190, HEIGHT = 46;
  (function place() {
    let row = 0;
    const stack = [[0, 0]];
    while (stack.length) {
      const top = stack[stack.length - 1], node = nodes[top[0]];
      if (top[1] < node.children.length) { stack.push([node.children[top[1]++], 0]); continue; }
      node.x = node.depth * COLUMN;
      node.y = node.children.length === 0 ? row++ * ROW : (nodes[node.children[0]].y + nodes[node.children[node.children.length - 1]].y) / 2;
      stack.pop();
    }
  })();

  let position = events.length, selected = -1, state, chosenToken = -1;
  function fold() {
    const visits = new Array(nodes.length).fill(0), total = new Array(nodes.length).fill(0);
    const found = new Map(), notes = new Map(), reflected = new Map();
    let size = 1, simulations = 0, tokens = 0, path = [];
    const out = new Set();
    for (let i = 0; i < position; i++) {
      const e = events[i];
      switch (e[0]) {
        case "n": size += e.length - 1; break;
        case "t": tokens += e[3]; break;
        case "s": path = e[2]; break;
        case "u": for (const n of e[2]) { visits[n]++; total[n] += e[3]; } simulations = Math.max(simulations, e[1] + 1); break;
        case "a": found.set(e[1], [e[2], e[3]]); break;
        case "c": notes.set(e[1], [e[2], e[3]]); break;
        case "r": reflected.set(e[1], [e[2], e[3]]); break;
        case "x": e[2] ? out.add(e[1]) : out.delete(e[1]); break;
        case "f": path = []; break;
      }
    }
    const isOut = id => { for (let n = id; n >= 0; n = nodes[n].parent) if (out.has(n)) return true; return false; };
    const votes = new Map();
    for (const [node, [answer, verdict]] of found) {
      if (isOut(node)) continue;
      const vote = votes.get(answer) || { answer, verdict, count: 0, weight: 0, node };
      vote.count += visits[node]; vote.weight += total[node];
      votes.set(answer, vote);
    }
    state = { visits, total, found, notes, reflected, size, simulations, tokens, path: new Set(path), votes: [...votes.values()].sort((a, b) => b.weight - a.weight) };
  }
  const valueOf = id => state.visits[id] === 0 ? nodes[id].own : state.total[id] / state.visits[id];
  const shown = id => nodes[id].born <= position;

  const anchors = matchMedia("(prefers-color-scheme: dark)");
  const shades = ["#440154", "#482878", "#3e4a89", "#31688e", "#26828e", "#1f9e89", "#35b779", "#6dcd59", "#b4de2c", "#fde725"].map(hex => [1, 3, 5].map(i => parseInt(hex.slice(i, i + 2), 16)));
  function colour(place) {
    const at = Math.min(Math.max(place, 0), 1) * (shades.length - 1), from = Math.min(Math.floor(at), shades.length - 2), part = at - from;
    return shades[from].map((c, i) => Math.round(c + (shades[from + 1][i] - c) * part));
  }
  const css = rgb => `rgb(${rgb.join(",")})`;
  const ink = rgb => 0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2] > 130 ? "#101418" : "#fff";
  let low = 0.9;
  (function scale() {
    position = events.length; fold();
    const values = nodes.filter(n => n.id > 0 && state.visits[n.id] > 0).map(n => valueOf(n.id)).sort((a, b) => a - b);
    if (values.length) low = Math.max(0.2, Math.min(0.9, Math.floor(values[Math.floor(0.02 * values.length)] * 20) / 20));
  })();
  const heat = value => colour((value - low) / (1 - low));

  const canvas = byId("tree"), context = canvas.getContext("2d");
  let zoom = 1, panX = 0, panY = 0, touched = false;
  const theme = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  function resize() {
    const ratio = devicePixelRatio || 1;
    for (const c of [canvas, byId("timeline")]) { c.width = c.clientWidth * ratio; c.height = c.clientHeight * ratio; }
    if (!touched) fit();
    draw();
  }
  function fit() {
    const right = Math.max(...[nodes.reduce((m, n) => Math.max(m, n.x), 0)]) + WIDTH, bottom = nodes.reduce((m, n) => Math.max(m, n.y), 0) + HEIGHT;
    zoom = Math.min(1.2, (canvas.clientWidth - 48) / right, (canvas.clientHeight - 80) / bottom);
    panX = (canvas.clientWidth - right * zoom) / 2; panY = (canvas.clientHeight - 24 - bottom * zoom) / 2;
  }
  function best() {
    const line = new Set(); let at = 0;
    while (at >= 0) {
      line.add(at);
      let next = -1;
      for (const c of nodes[at].children) if (shown(c) && state.visits[c] > 0 && (next < 0 || state.visits[c] + valueOf(c) / 2 > state.visits[next] + valueOf(next) / 2)) next = c;
      at = next;
    }
    return line;
  }
  function draw() {
    const ratio = devicePixelRatio || 1, text = theme("--text"), muted = theme("--muted"), line = theme("--line"), surface = theme("--surface"), accent = theme("--accent");
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, canvas.clientWidth, canvas.clientHeight);
    context.setTransform(ratio * zoom, 0, 0, ratio * zoom, ratio * panX, ratio * panY);
    const left = -panX / zoom - COLUMN, right = (canvas.clientWidth - panX) / zoom + COLUMN, top = -panY / zoom - ROW, bottom = (canvas.clientHeight - panY) / zoom + ROW;
    const main = best();
    for (const n of nodes) {
      if (n.id === 0 || !shown(n.id) || n.x < left || n.x > right) continue;
      const p = nodes[n.parent];
      if (Math.min(n.y, p.y) > bottom || Math.max(n.y, p.y) < top) continue;
      const strong = main.has(n.id) && main.has(p.id);
      context.strokeStyle = state.path.has(n.id) ? accent : strong ? text : line;
      context.lineWidth = strong ? 3 : 1 + 2.5 * n.prior;
      context.beginPath();
      const x = p.x + WIDTH, y = p.y + HEIGHT / 2, toY = n.y + HEIGHT / 2, middle = (x + n.x) / 2;
      context.moveTo(x, y); context.bezierCurveTo(middle, y, middle, toY, n.x, toY); context.stroke();
    }
    for (const n of nodes) {
      if (!shown(n.id) || n.x < left || n.x > right || n.y < top || n.y > bottom) continue;
      card(n, { text, muted, line, surface, accent });
    }
    timeline();
  }
  function card(n, look) {
    const visited = state.visits[n.id] > 0, found = state.found.get(n.id), fill = n.id === 0 ? null : heat(valueOf(n.id));
    context.beginPath(); context.roundRect(n.x, n.y, WIDTH, HEIGHT, found ? 23 : 7);
    context.fillStyle = look.surface; context.fill();
    if (fill && visited) { context.fillStyle = css(fill); context.fill(); }
    context.lineWidth = n.id === selected ? 4 : 1.5;
    context.strokeStyle = n.id === selected ? look.accent : found && found[1] !== "U" ? theme(found[1] === "R" ? "--right" : "--wrong") : fill ? css(fill) : look.text;
    context.stroke();
    if (zoom < 0.28) return;
    context.fillStyle = fill && visited ? ink(fill) : look.text;
    context.save(); context.beginPath(); context.rect(n.x + 8, n.y, WIDTH - 16, HEIGHT); context.clip();
    const note = state.notes.get(n.id), mark = found ? found[1] : note ? note[0] : "U", sign = mark === "R" ? "✓ " : mark === "W" ? "✗ " : "";
    context.font = "600 12px system-ui, sans-serif";
    const number = n.id === 0 ? say("question") : (n.kind === "F" ? "↺ " : "") + sign + three(valueOf(n.id)) + "  ×" + state.visits[n.id];
    context.fillText(number, n.x + 14, n.y + 18);
    context.font = (found ? "600 15px" : "13px") + " system-ui, sans-serif";
    context.fillText(found ? found[0] : flat(textOf(n)).slice(0, 60), n.x + 14, n.y + 36);
    context.restore();
  }

  const history = [];
  (function read() {
    const sums = new Map(), found = new Map();
    events.forEach((e, i) => {
      if (e[0] === "a") found.set(e[1], e[2]);
      if (e[0] !== "u") return;
      const answer = found.get(e[2][e[2].length - 1]);
      if (answer !== undefined) { const s = sums.get(answer) || [0, 0]; s[0] += e[3]; s[1]++; sums.set(answer, s); }
      let lead = null;
      for (const [a, s] of sums) if (!lead || s[0] > lead[1][0]) lead = [a, s];
      history.push([i + 1, lead ? lead[1][0] / lead[1][1] : null, lead ? lead[0] : ""]);
    });
  })();
  function timeline() {
    const c = byId("timeline"), g = c.getContext("2d"), ratio = devicePixelRatio || 1, w = c.clientWidth, h = c.clientHeight;
    g.setTransform(ratio, 0, 0, ratio, 0, 0); g.clearRect(0, 0, w, h);
    const x = at => 8 + (w - 16) * (at - 1) / Math.max(1, events.length - 1), y = v => 6 + (h - 16) * (1 - (v - low) / (1 - low || 1));
    g.strokeStyle = theme("--line"); g.lineWidth = 1;
    for (const s of stops) { g.beginPath(); g.moveTo(x(s), h - 6); g.lineTo(x(s), h); g.stroke(); }
    g.strokeStyle = theme("--muted"); g.lineWidth = 2; g.beginPath();
    let begun = false, before = null;
    for (const [at, value, answer] of history) {
      if (value === null) continue;
      begun ? g.lineTo(x(at), y(Math.max(low, value))) : g.moveTo(x(at), y(Math.max(low, value)));
      begun = true;
    }
    g.stroke();
    g.fillStyle = theme("--text"); g.font = "11px system-ui, sans-serif";
    for (const [at, value, answer] of history) {
      if (value === null || answer === before) continue;
      before = answer;
      g.beginPath(); g.arc(x(at), y(Math.max(low, value)), 3, 0, 7); g.fill();
      g.fillText(answer.slice(0, 12), Math.min(x(at) + 5, w - 60), Math.max(11, y(Math.max(low, value)) - 4));
    }
    g.strokeStyle = theme("--accent"); g.lineWidth = 2; g.beginPath(); g.moveTo(x(position), 0); g.lineTo(x(position), h); g.stroke();
  }

  const element = (name, text, style) => { const e = document.createElement(name); if (text !== undefined) e.textContent = text; if (style) e.className = style; return e; };
  function side() {
    const box = byId("side"); box.replaceChildren();
    if (state.votes.length) {
      box.append(element("h2", say("answers")));
      const table = element("table");
      for (const vote of state.votes.slice(0, 8)) {
        const row = element("tr"), verdict = vote.verdict === "R" ? "right" : vote.verdict === "W" ? "wrong" : "";
        row.append(element("td", verdict ? (verdict === "right" ? "✓" : "✗") : "", verdict), element("td", vote.answer), element("td", "×" + vote.count, "n"), element("td", three(vote.count ? vote.weight / vote.count : 0), "n"));
        if (verdict) row.firstChild.setAttribute("aria-label", say(verdict));
        table.append(row);
      }
      box.append(table);
    }
    box.append(element("h2", say("node")));
    if (selected < 0 || !shown(selected)) { box.append(element("p", say("pick"))); return; }
    const n = nodes[selected], list = element("dl");
    const fact = (name, value) => list.append(element("dt", name), element("dd", value));
    if (n.id > 0) { fact(say("value"), three(valueOf(n.id))); fact(say("visits"), String(state.visits[n.id])); fact(say("prior"), three(n.prior)); fact(say("own"), three(n.own)); }
    const note = state.notes.get(n.id), reflected = state.reflected.get(n.id);
    if (note) fact(say("note"), note[1]);
    if (reflected) { fact(say("before2"), reflected[0]); fact(say("after2"), reflected[1]); }
    box.append(list);
    if (n.id === 0) { box.append(element("p", run.question)); return; }
    box.append(element("h2", say("tokens")));
    const text = element("div", undefined, "tokens"), choices = element("div");
    tokensOf(n).forEach((t, i) => {
      const span = element("span", t[0], "token");
      if (t[1] !== null) { const c = colour((t[1] - 0.2) / 0.8); span.style.backgroundColor = css(c); span.style.color = ink(c); }
      span.tabIndex = 0;
      span.addEventListener("mouseenter", () => tell(t, span, text, choices));
      span.addEventListener("focus", () => tell(t, span, text, choices));
      text.append(span);
    });
    box.append(text, choices);
  }
  function tell(token, span, text, choices) {
    for (const other of text.children) other.classList.toggle("chosen", other === span);
    choices.replaceChildren(element("h2", say("confidence", three(token[1]))));
    const table = element("table");
    for (const [word, probability] of token[3] || []) {
      const row = element("tr", undefined, word === token[0] ? "taken" : ""), cell = element("td"), bar = element("span", undefined, "bar");
      bar.style.width = Math.max(2, 120 * probability) + "px"; cell.append(bar);
      row.append(element("td", word.trim() === "" ? JSON.stringify(word) : word), element("td", three(probability), "n"), cell);
      table.append(row);
    }
    choices.append(table);
  }

  function show(at) {
    position = Math.min(Math.max(1, at), events.length);
    fold();
    byId("slider").value = position;
    const lead = state.votes[0];
    byId("answer").textContent = lead ? say("answer", lead.answer) + (lead.verdict === "R" ? " ✓" : lead.verdict === "W" ? " ✗" : "") : say("none");
    byId("moment").textContent = say("moment", state.simulations, run.settings.rollouts || "?", state.size, state.tokens, (run.times[position - 1] / 1000).toFixed(1));
    side(); draw();
  }
  const stop = step => step > 0 ? stops.find(s => s > position) ?? events.length : [...stops].reverse().find(s => s < position) ?? 1;

  let playing = false, clock = 0, last = 0;
  function toggle() {
    playing = !playing;
    if (playing) { if (position === events.length) show(1); clock = run.times[position - 1]; last = performance.now(); requestAnimationFrame(frame); }
    byId("play").textContent = say(playing ? "pause" : "play");
  }
  function frame(now) {
    if (!playing) return;
    clock += Math.min(100, now - last) * Number(byId("speed").value); last = now;
    let at = position;
    while (at < events.length && run.times[at] <= clock) at++;
    if (at !== position) show(at);
    at === events.length ? toggle() : requestAnimationFrame(frame);
  }
  const move = at => { if (playing) toggle(); show(at); };
  function select(id) { selected = id; side(); draw(); }

  function hit(event) {
    const box = canvas.getBoundingClientRect(), x = (event.clientX - box.left - panX) / zoom, y = (event.clientY - box.top - panY) / zoom;
    const at = nodes.find(n => shown(n.id) && x >= n.x && x <= n.x + WIDTH && y >= n.y && y <= n.y + HEIGHT);
    return at ? at.id : -1;
  }
  let drag = null;
  canvas.addEventListener("pointerdown", e => { drag = { x: e.clientX, y: e.clientY, far: false }; canvas.setPointerCapture(e.pointerId); });
  canvas.addEventListener("pointermove", e => {
    if (!drag) { canvas.title = ""; return; }
    const dx = e.clientX - drag.x, dy = e.clientY - drag.y;
    if (drag.far || Math.hypot(dx, dy) > 4) { drag.far = true; touched = true; panX += dx; panY += dy; drag.x = e.clientX; drag.y = e.clientY; draw(); }
  });
  canvas.addEventListener("pointerup", e => { if (drag && !drag.far) select(hit(e)); drag = null; });
  canvas.addEventListener("dblclick", () => { touched = false; fit(); draw(); });
  canvas.addEventListener("wheel", e => {
    e.preventDefault(); touched = true;
    const box = canvas.getBoundingClientRect(), factor = Math.pow(1.0018, -e.deltaY), x = e.clientX - box.left, y = e.clientY - box.top;
    panX = x - (x - panX) * factor; panY = y - (y - panY) * factor; zoom *= factor; draw();
  }, { passive: false });
  canvas.addEventListener("keydown", e => {
    const n = nodes[Math.max(0, selected)], siblings = n.parent >= 0 ? nodes[n.parent].children.filter(shown) : [0], i = siblings.indexOf(n.id);
    const to = selected < 0 ? 0 : { ArrowLeft: n.parent, ArrowRight: n.children.find(shown), ArrowUp: siblings[i - 1], ArrowDown: siblings[i + 1] }[e.key];
    if (e.key.startsWith("Arrow")) { e.preventDefault(); e.stopPropagation(); if (to !== undefined && to >= 0) select(to); }
  });
  document.addEventListener("keydown", e => {
    if (e.target.matches("input, select, button") && (e.key === " " || e.key.startsWith("Arrow") || e.key === "Home" || e.key === "End")) return;
    const action = { " ": toggle, PageDown: () => move(stop(1)), PageUp: () => move(stop(-1)), Home: () => move(1), End: () => move(events.length) }[e.key];
    if (action) { e.preventDefault(); action(); }
  });

  const icons = { first: "❙◀", before: "◀", after: "▶", last: "▶❙" };
  for (const id of ["first", "before", "after", "last"]) { byId(id).textContent = icons[id]; byId(id).title = say(id); byId(id).setAttribute("aria-label", say(id)); }
  byId("play").textContent = say("play");
  byId("first").onclick = () => move(1); byId("last").onclick = () => move(events.length);
  byId("before").onclick = () => move(stop(-1)); byId("after").onclick = () => move(stop(1));
  byId("play").onclick = toggle;
  byId("speed-word").textContent = say("speed");
  byId("slider").max = events.length; byId("slider").setAttribute("aria-label", say("slider"));
  byId("slider").addEventListener("input", e => move(Number(e.target.value)));
  canvas.setAttribute("aria-label", say("tree")); canvas.setAttribute("role", "application");
  byId("timeline").setAttribute("aria-label", say("best")); byId("timeline").setAttribute("role", "img");
  byId("legend-word").textContent = say("value"); byId("low").textContent = "≤ " + low.toFixed(2); byId("high").textContent = "1.00";
  const bar = byId("scale").getContext("2d");
  for (let x = 0; x < 220; x++) { bar.fillStyle = css(colour(x / 219)); bar.fillRect(x, 0, 1, 20); }
  byId("question").textContent = run.question;
  byId("about").textContent = say("about", run.model.name || run.model.file || "?", run.seed, Object.entries(run.settings).map(([k, v]) => k + " " + v).join(" · "));
  anchors.addEventListener("change", draw);
  addEventListener("resize", resize);
  show(events.length);
  resize();
})();
