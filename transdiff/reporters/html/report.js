"use strict";
(() => {
  const $ = (q, at = document) => at.querySelector(q);
  const $$ = (q, at = document) => [...at.querySelectorAll(q)];
  const root = document.documentElement, body = document.body;
  root.classList.add("js");

  const sentences = $$(".s"), cards = $$(".f"), evidence = new Map($$(".e").map((e) => [+e.id.slice(2), e]));
  const pane = $("#evidence"), home = $("#evidence .all"), decide = $("#decide"), say = $("#say");
  const filters = $("#filters"), docs = $(".docs");
  const wide = matchMedia("screen and (min-width: 60rem), print");
  cards.forEach((c) => { if (c.dataset.decision) c.dataset.standing = c.dataset.decision; });
  const inOrder = [...cards].sort((a, b) => a.dataset.n - b.dataset.n);
  const byNumber = new Map(inOrder.map((c) => [c.dataset.n, c]));
  const state = { tab: "", s: 0, f: "", view: "", src: 0 };
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const make = (tag, props = {}, ...inside) => {
    const node = Object.assign(document.createElement(tag), props);
    node.append(...inside);
    return node;
  };

  /* What is kept between visits: decisions and whether keys are on. */
  const store = `transdiff:${body.dataset.sha256}:${body.dataset.settings}`;
  const load = (key, or) => { try { return JSON.parse(localStorage.getItem(key)) ?? or; } catch { return or; } };
  const keep = (key, value) => { try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* private mode */ } };
  const decisions = new Map(Object.entries(load(store, {})));

  /* Tabs */
  const panels = $$("[data-tab]");
  const tabs = make("div", { role: "tablist" });
  tabs.setAttribute("aria-label", "Parts of the report");
  panels.forEach((panel) => {
    const tab = make("button", { type: "button", id: `tab-${panel.id}`, textContent: panel.dataset.tab });
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", panel.id);
    tab.onclick = () => { show(panel.id); remember(); };
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab.id);
    tabs.append(tab);
  });
  tabs.onkeydown = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -99, End: 99 }[event.key];
    if (!step) return;
    const all = $$("[role=tab]", tabs);
    const to = Math.abs(step) === 99 ? (step < 0 ? 0 : all.length - 1) : (all.indexOf(document.activeElement) + step + all.length) % all.length;
    all[to].focus();
    all[to].click();
    event.preventDefault();
  };
  const show = (id) => {
    state.tab = panels.some((p) => p.id === id) ? id : "read";
    panels.forEach((panel) => {
      const on = panel.id === state.tab, tab = $(`#tab-${panel.id}`);
      panel.hidden = !on;
      tab.setAttribute("aria-selected", on);
      tab.tabIndex = on ? 0 : -1;
    });
  };

  const bar = make("div", { className: "bar-row" });
  const tools = make("div", { className: "tools" });
  const exporter = make("button", { type: "button" }), helper = make("button", { type: "button", textContent: "Keys (?)" });
  const summary = make("button", { type: "button", textContent: "Copy verdict" });
  tools.append(exporter, summary, helper);
  bar.append(tabs, tools);
  $("main").prepend(bar);

  /* Focus: one sentence, one finding, and what belongs to them in the other panes. */
  const here = $(".strip .here");
  const scrollTo = (node, how = "nearest") => node.scrollIntoView({ block: how, behavior: calm.matches ? "auto" : "smooth" });
  const place = () => {
    evidence.forEach((e, i) => {
      e.hidden = i !== state.s;
      if (e.parentNode !== home && (wide.matches || i !== state.s)) home.append(e);
    });
    const now = evidence.get(state.s);
    if (now && !wide.matches) sentences[state.s - 1].after(now);
    pane.classList.toggle("empty", !now || !wide.matches);
  };
  const sentence = (i, { scroll = true } = {}) => {
    if (i < 1 || i > sentences.length) return;
    state.s = i;
    sentences.forEach((s, k) => s.classList.toggle("at", k === i - 1));
    sentences.forEach((s, k) => k === i - 1 ? s.setAttribute("aria-current", "true") : s.removeAttribute("aria-current"));
    if (here) here.setAttribute("x", 10 * (i - 1));
    place();
    if (wide.matches) pane.scrollTop = 0;
    if (scroll) scrollTo(sentences[i - 1], "center");
  };
  const finding = (card, { scroll = true } = {}) => {
    if (!card) return;
    show("read");
    cards.forEach((c) => c.classList.toggle("at", c === card));
    $$("mark.hot").forEach((m) => m.classList.remove("hot"));
    $$(`mark[data-n~="${card.dataset.n}"]`).forEach((m) => m.classList.add("hot"));
    state.f = card.id.slice(2);
    sentence(+card.dataset.s, { scroll });
    ask(card);
    if (wide.matches || !scroll) scrollTo(card);
    announce(`Finding ${card.dataset.n}, ${card.dataset.sev}, ${card.dataset.rule}: ${$(".msg", card).textContent}`);
  };
  const announce = (text) => { say.textContent = text; };
  const current = () => cards.find((c) => c.classList.contains("at"));

  /* Decisions */
  const matching = (card) => cards.filter((c) => c.dataset.rule === card.dataset.rule && c.dataset.term === card.dataset.term);
  const ask = (card) => {
    const kept = decisions.get(card.id.slice(2)) ?? {};
    const same = matching(card).length;
    decide.hidden = false;
    $$("[name=decision]", decide).forEach((r) => { r.checked = r.value === kept.decision; });
    decide.reason.value = kept.reason ?? "";
    decide.all.checked = kept.scope === "rule-and-term";
    $(".same", decide).hidden = same < 2;
    $(".same span", decide).textContent = `apply to all ${same} with the same rule and term`;
    decide.reason.placeholder = "needed before it can be suppressed";
    card.append(decide);
  };
  const decided = (card, decision) => {
    const many = decide.all.checked && matching(card).length > 1;
    (many ? matching(card) : [card]).forEach((c) => {
      const id = c.id.slice(2);
      if (!decision) decisions.delete(id);
      else decisions.set(id, { decision, reason: decide.reason.value.trim(), scope: many ? "rule-and-term" : "finding" });
    });
    keep(store, Object.fromEntries(decisions));
    paint();
    announce(decision ? `Finding ${card.dataset.n}: ${decision}` : `Finding ${card.dataset.n}: no decision`);
  };
  const choose = (decision) => {
    const card = current();
    if (!card) return;
    $$("[name=decision]", decide).forEach((r) => { r.checked = r.value === decision; });
    decided(card, decision);
  };
  decide.oninput = () => { const on = $("[name=decision]:checked", decide); if (on) decided(current(), on.value); };
  decide.onsubmit = (event) => event.preventDefault();
  decide.onclick = (event) => {
    const what = event.target.value;
    if (event.target.tagName !== "BUTTON") return;
    if (what === "clear") { $$("[name=decision]", decide).forEach((r) => { r.checked = false; }); decide.reason.value = ""; decided(current(), ""); }
    if (what === "copy") copy(asText(current()), event.target);
  };
  const paint = () => {
    cards.forEach((c) => {
      const kept = decisions.get(c.id.slice(2));
      if (kept) c.dataset.decision = kept.decision;
      else if (c.dataset.standing) c.dataset.decision = c.dataset.standing;
      else delete c.dataset.decision;
    });
    const count = cards.filter((c) => decisions.has(c.id.slice(2))).length;
    exporter.textContent = `Export decisions (${count})`;
    exporter.disabled = !count;
  };
  const exported = () => ({
    schema: "transdiff-decisions/1",
    article: body.dataset.article,
    sha256: body.dataset.sha256,
    settings_hash: body.dataset.settings,
    tool: body.dataset.tool,
    decisions: inOrder.filter((c) => decisions.has(c.id.slice(2))).map((c) => {
      const { decision, reason, scope } = decisions.get(c.id.slice(2));
      return { fingerprint: c.id.slice(2), rule: c.dataset.rule, match: c.dataset.term, severity: c.dataset.sev, decision, reason, scope };
    }),
  });
  exporter.onclick = () => {
    const blob = new Blob([JSON.stringify(exported(), null, 2) + "\n"], { type: "application/json" });
    const link = make("a", { href: URL.createObjectURL(blob), download: `${body.dataset.article.split("/").pop().replace(/[^\p{L}\p{N}._-]+/gu, "-").slice(0, 80) || "article"}.decisions.json` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    announce("Decisions exported");
  };

  /* Copying */
  const copy = async (text, button) => {
    try { await navigator.clipboard.writeText(text); } catch {
      const box = make("textarea", { value: text, className: "vh" });
      body.append(box);
      box.select();
      document.execCommand("copy");
      box.remove();
    }
    const was = button.dataset.was ??= button.textContent;
    button.textContent = "Copied";
    announce("Copied");
    setTimeout(() => { button.textContent = was; }, 1200);
  };
  const asText = (card) => [
    `${card.dataset.sev} ${card.dataset.rule}, sentence ${card.dataset.s}`,
    ...$$(".msg, .who", card).map((p) => p.textContent),
    ...$$(".ev li", card).map((li) => `  ${$(".src", li).textContent}: ${$("q", li).textContent}`),
  ].join("\n");
  summary.onclick = () => copy(`${$("h1").textContent}\n${$(".verdict").textContent}\n${$$(".tally li").map((l) => l.textContent.trim().replace(/\s+/g, " ")).join(" · ")}`, summary);

  /* Filters, kept in the hash */
  const wanted = () => {
    const form = new FormData(filters);
    return { q: form.get("q").trim(), sev: form.getAll("sev"), group: form.get("group"), src: form.get("src"), state: form.get("state") };
  };
  const fits = (card, by) => (!by.sev.length || by.sev.includes(card.dataset.sev))
    && (!by.group || card.dataset.group === by.group)
    && (!by.src || card.dataset.src.split(" ").includes(by.src))
    && (!by.state || (card.dataset.decision ?? "open") === by.state)
    && (!by.q || found(card, by.q.toLocaleLowerCase()));
  const words = new Map(cards.map((c) => [c, c.textContent.toLocaleLowerCase()]));
  const found = (card, q) => words.get(card).includes(q)
    || sentences[card.dataset.s - 1].textContent.toLocaleLowerCase().includes(q);
  const filter = () => {
    const by = wanted();
    cards.forEach((c) => { c.hidden = !fits(c, by); });
    $$(".group").forEach((g) => { g.hidden = !$(".f:not([hidden])", g); });
    const left = cards.filter((c) => !c.hidden).length;
    $("#findings .empty").hidden = left > 0;
    $("#h-findings small").textContent = left === cards.length ? left : `${left} of ${cards.length}`;
    sentences.forEach((s) => s.classList.toggle("hit", !!by.q && s.textContent.toLocaleLowerCase().includes(by.q.toLocaleLowerCase())));
    only(+by.src);
    return by;
  };
  const only = (number) => {
    state.src = number;
    $$(".w").forEach((w) => { w.hidden = number > 0 && +w.dataset.k !== number; });
    evidence.forEach((e) => {
      const silent = number > 0 && $(".w", e) && !$(".w:not([hidden])", e);
      $(".silent", e)?.remove();
      if (silent) e.append(make("p", { className: "none silent", textContent: `${filters.src.selectedOptions[0].text} does not say this.` }));
    });
  };
  /* The address of a page in a preview frame cannot be set; everything else works there. */
  const address = (how, to) => { try { history[how](null, "", to); } catch { /* about:srcdoc */ } };
  const remember = () => {
    const by = wanted(), hash = new URLSearchParams();
    if (state.tab !== "read") hash.set("tab", state.tab);
    by.sev.forEach((v) => hash.append("sev", v));
    ["group", "src", "state", "q"].forEach((k) => by[k] && hash.set(k, by[k]));
    if (state.view) hash.set("view", state.view);
    if (state.f) hash.set("f", state.f); else if (state.s) hash.set("s", state.s);
    const text = String(hash);
    if (text !== location.hash.slice(1)) address("replaceState", text ? `#${text}` : location.pathname + location.search);
  };
  filters.oninput = () => { filter(); remember(); };
  filters.onsubmit = (event) => {
    event.preventDefault();
    const hits = sentences.map((s, i) => (s.matches(".hit") ? i + 1 : 0)).filter(Boolean);
    if (hits.length) { move(hits.find((i) => i > state.s) ?? hits[0]); remember(); }
  };

  /* How a diff reads: both texts, the reference's, the article's; house style on or off. */
  const views = [["", "Both"], ["only-ref", "Reference"], ["only-art", "Article"]];
  const toggles = views.map(([name, text]) => {
    const button = make("button", { type: "button", textContent: text });
    button.onclick = () => { view(name); remember(); };
    return button;
  });
  const styled = make("button", { type: "button", textContent: "House style" });
  styled.setAttribute("aria-pressed", "false");
  styled.onclick = () => styled.setAttribute("aria-pressed", pane.parentNode.classList.toggle("style"));
  const view = (name) => {
    state.view = views.some(([v]) => v === name) ? name : "";
    views.forEach(([v], i) => {
      if (v) pane.parentNode.classList.toggle(v, v === state.view);
      toggles[i].setAttribute("aria-pressed", v === state.view);
    });
  };
  const group = make("div", { className: "switch" }, ...toggles, styled);
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", "Show in the diff");
  $("#h-evidence").after(group);
  $$(".omitted").forEach((list) => {
    if (!$(".used", list)) return;
    const button = make("button", { type: "button", textContent: "Show the whole text" });
    button.setAttribute("aria-pressed", "false");
    button.onclick = () => button.setAttribute("aria-pressed", list.classList.toggle("whole"));
    list.before(make("p", { className: "switch" }, button));
  });

  /* Addresses: #f-FINGERPRINT, #s-N, #e-N, #g-K-N, #PANEL, or filters */
  const follow = (to, text = false) => {
    const hash = decodeURIComponent(to.slice(1));
    const [, kind, rest] = hash.match(/^([fseg]|rule)-(.+)$/) ?? [];
    if (kind === "f") { const card = document.getElementById(hash); if (card) card.hidden = card.closest(".group").hidden = false; return finding(card, { scroll: wide.matches || text }); }
    if (kind === "s" || kind === "e") { show("read"); unfocus(); return sentence(+rest); }
    if (kind === "g") return reference(hash);
    if (kind === "rule") return manual(document.getElementById(hash));
    if (panels.some((p) => p.id === hash)) return show(hash);
    if (["article", "findings", "evidence"].includes(hash)) { show("read"); return document.getElementById(hash).scrollIntoView(); }
    const from = new URLSearchParams(hash);
    ["q", "group", "src", "state"].forEach((k) => { filters[k].value = from.get(k) ?? ""; });
    $$("[name=sev]", filters).forEach((c) => { c.checked = from.getAll("sev").includes(c.value); });
    show(from.get("tab") ?? "read");
    view(from.get("view") ?? "");
    filter();
    const card = from.get("f") && document.getElementById(`f-${from.get("f")}`);
    if (card && state.tab === "read") finding(card); else if (from.get("s")) sentence(+from.get("s"));
    return undefined;
  };
  const reference = (id) => {
    const line = document.getElementById(id);
    if (!line) return;
    show("missing");
    if (line.classList.contains("used") && !line.parentNode.classList.contains("whole")) $("button", line.parentNode.previousElementSibling).click();
    line.tabIndex = -1;
    line.focus({ preventScroll: true });
    scrollTo(line, "center");
  };
  const manual = (page) => {
    if (!page) return;
    show("method");
    page.open = true;
    page.scrollIntoView();
  };
  /* Where a link leads, the Tab key goes on from. */
  const land = (node) => {
    if (!node || node.contains(document.activeElement)) return;
    const start = node.matches(".f, .s, .e, details") ? $("a, summary", node) : $("h2", node) ?? node;
    if (!start.matches("a, summary")) start.tabIndex = -1;
    start.focus({ preventScroll: true });
  };
  const unfocus = () => { state.f = ""; cards.forEach((c) => c.classList.remove("at")); decide.hidden = true; };

  /* Pointer */
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (link.hash !== location.hash) address("pushState", link.hash);
      follow(link.hash, !!link.closest("#article .s"));
      land(document.getElementById(decodeURIComponent(link.hash.slice(1))));
      return;
    }
    if (event.target.closest("button, input, select, label, summary, details, #decide") || String(getSelection())) return;
    const card = event.target.closest(".f"), mark = event.target.closest(".s mark"), line = event.target.closest(".s");
    if (card) finding(card, { scroll: wide.matches });
    else if (mark) finding(byNumber.get(mark.dataset.n.split(" ")[0]));
    else if (line) { unfocus(); sentence(sentences.indexOf(line) + 1, { scroll: false }); }
    else return;
    remember();
  });
  const svg = $(".strip");
  svg.addEventListener("click", (event) => {
    const box = svg.getBoundingClientRect();
    show("read");
    unfocus();
    sentence(Math.min(sentences.length, 1 + Math.floor((sentences.length * (event.clientX - box.left)) / box.width)));
    remember();
  });

  /* Keys */
  const help = $("#help"), keys = $("#keys");
  keys.checked = load("transdiff:keys", true);
  keys.onchange = () => keep("transdiff:keys", keys.checked);
  helper.onclick = () => help.showModal();
  const step = (by) => {
    const open = inOrder.filter((c) => !c.hidden), now = open.indexOf(current());
    const at = now < 0 && state.s ? open.findIndex((c) => +c.dataset.s >= state.s) - (by > 0 ? 1 : 0) : now;
    const to = at + by;
    if (to >= 0 && to < open.length) finding(open[to]);
  };
  const problem = (by) => {
    const bad = sentences.map((s, i) => (s.matches(".contradicted, .partly, .only-here") ? i + 1 : 0)).filter(Boolean);
    const to = by > 0 ? bad.find((i) => i > state.s) : bad.reverse().find((i) => i < state.s);
    if (to) move(to);
  };
  const move = (i) => { show("read"); unfocus(); sentence(i); announce(sentences[i - 1]?.textContent.replace(/\s+/g, " ") ?? ""); };
  const source = (number) => {
    const select = filters.src;
    if (![...select.options].some((o) => +o.value === number)) return;
    select.value = +select.value === number ? "" : String(number);
    filter();
  };
  const actions = {
    j: () => step(1), k: () => step(-1), n: () => problem(1), p: () => problem(-1),
    "]": () => move(Math.min(sentences.length, state.s + 1)), "[": () => move(Math.max(1, state.s - 1)),
    e: () => choose("error"), d: () => choose("acceptable"),
    r: () => { if (current()) decide.reason.focus(); }, "/": () => { show("read"); filters.q.focus(); },
    "?": () => help.showModal(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target.matches("input")) event.target.blur();
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (event.target.matches("input:not([type=checkbox], [type=radio]), select, textarea") || (!keys.checked && event.key !== "?")) return;
    const act = actions[event.key] ?? (/^[1-9]$/.test(event.key) && (() => source(+event.key)));
    if (!act) return;
    event.preventDefault();
    act();
    remember();
  });

  /* Start */
  filters.hidden = false;
  const over = $(".over");
  new ResizeObserver(() => root.style.setProperty("--over", `${over.offsetHeight}px`)).observe(over);
  docs.open = wide.matches && $("#read").offsetTop < 0.6 * innerHeight;
  addEventListener("beforeprint", () => { docs.open = true; });
  $$(".pane").forEach((p) => { if (p.id !== "article") p.tabIndex = 0; });
  wide.addEventListener("change", place);
  addEventListener("hashchange", () => follow(location.hash));
  show("read");
  view("");
  paint();
  filter();
  const first = sentences.findIndex((s) => s.matches(".contradicted"));
  if (sentences.length) sentence(first < 0 ? 1 : first + 1, { scroll: false });
  if (location.hash) follow(location.hash);
  root.dataset.ready = "true";
})();
