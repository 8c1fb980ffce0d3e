"use strict";
(() => {
  const body = document.querySelector("tbody"), heads = [...document.querySelectorAll("th[data-sort]")];
  const value = (row, at, kind) => {
    const cell = row.cells[at];
    return kind === "number" ? Number(cell.dataset.v) : cell.textContent.trim();
  };
  const sort = (head, at) => {
    const kind = head.dataset.sort, was = head.getAttribute("aria-sort");
    const down = was ? was === "ascending" : kind === "number";
    const rows = [...body.rows].sort((a, b) => {
      const one = value(a, at, kind), two = value(b, at, kind);
      return (kind === "number" ? one - two : one.localeCompare(two)) * (down ? -1 : 1);
    });
    heads.forEach((h) => h.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    body.append(...rows);
  };
  heads.forEach((head, at) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.title = "Sort";
    button.onclick = () => sort(head, at);
    head.replaceChildren(button);
  });
  const box = document.createElement("input"), rows = [...body.rows];
  box.type = "search";
  box.placeholder = "Filter";
  box.setAttribute("aria-label", "Filter articles");
  box.oninput = () => {
    const wanted = box.value.toLowerCase().split(/\s+/);
    rows.forEach((row) => {
      const text = row.textContent.toLowerCase();
      row.hidden = !wanted.every((word) => text.includes(word));
    });
    const left = rows.filter((row) => !row.hidden).length;
    say.textContent = left === rows.length ? "" : `${left} of ${rows.length} articles`;
  };
  const say = document.createElement("p");
  say.setAttribute("role", "status");
  say.className = "meta";
  document.querySelector("header").append(box, say);
  document.documentElement.classList.add("js");
})();
