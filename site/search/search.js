// Finds records by words in their titles, numbers, tags, assets, accounts and transactions.
"use strict";
(() => {
  const form = document.getElementById("search");
  const field = document.getElementById("q");
  const count = document.getElementById("count");
  const found = document.getElementById("found");
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  let rows;

  const load = async () => {
    rows ??= (await (await fetch(form.dataset.index)).json()).map((row) => ({ row, text: fold(row.join(" ")) }));
    return rows;
  };

  const line = ([slug, title, facts]) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `${form.dataset.root}incidents/${slug}/`;
    link.textContent = title;
    const small = document.createElement("small");
    small.textContent = facts;
    item.append(link, " ", small);
    return item;
  };

  const search = async () => {
    const words = fold(field.value).split(/\s+/).filter(Boolean);
    if (!words.length) {
      found.replaceChildren();
      count.textContent = "";
      return;
    }
    try {
      const hits = (await load()).filter(({ text }) => words.every((word) => text.includes(word)));
      found.replaceChildren(...hits.slice(0, 100).map(({ row }) => line(row)));
      count.textContent = hits.length ? form.dataset.some.replace("{n}", hits.length) : form.dataset.none;
    } catch {
      count.textContent = form.dataset.failed;
    }
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    history.replaceState(null, "", `?q=${encodeURIComponent(field.value)}`);
    search();
  });
  field.addEventListener("input", search);
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  if (field.value) search();
})();
