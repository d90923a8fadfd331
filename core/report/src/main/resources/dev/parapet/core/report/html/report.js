"use strict";
(() => {
  const form = document.getElementById("filters");
  const shown = document.getElementById("shown");
  const expand = document.getElementById("expand");
  const theme = document.getElementById("theme");
  const names = ["severity", "area", "rule", "file", "state"];
  const findings = [...document.querySelectorAll(".finding")].map((element) => ({
    element,
    group: element.parentElement,
    text: element.textContent.toLowerCase(),
  }));
  const groups = [...document.querySelectorAll(".group")];

  function filter() {
    const words = form.elements.text.value.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = names.filter((name) => form.elements[name].value !== "").map((name) => [name, form.elements[name].value]);
    const counts = new Map(groups.map((group) => [group, 0]));
    let passing = 0;
    for (const { element, group, text } of findings) {
      const passes = wanted.every(([name, value]) => element.dataset[name] === value) && words.every((word) => text.includes(word));
      element.hidden = !passes;
      if (passes) {
        passing++;
        counts.set(group, counts.get(group) + 1);
      }
    }
    for (const [group, count] of counts) {
      group.hidden = count === 0;
      group.querySelector(".count").textContent = count;
    }
    document.getElementById("empty").hidden = passing > 0 || findings.length === 0;
    shown.textContent = passing === findings.length ? `${passing} findings` : `${passing} of ${findings.length} findings`;
  }

  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 60);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  expand.addEventListener("click", () => {
    const open = expand.textContent === "Open all";
    for (const { element } of findings) {
      element.open = open && !element.hidden;
    }
    expand.textContent = open ? "Close all" : "Open all";
  });

  function step(by) {
    const visible = findings.filter(({ element }) => !element.hidden).map(({ element }) => element.firstElementChild);
    const at = visible.indexOf(document.activeElement);
    const next = visible[at < 0 ? (by > 0 ? 0 : visible.length - 1) : at + by];
    if (next) {
      next.focus();
      next.scrollIntoView({ block: "center" });
    }
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "Escape" && event.target === form.elements.text) {
      form.elements.text.value = "";
      form.elements.text.blur();
      filter();
    } else if (event.key === "/" && !typing) {
      event.preventDefault();
      form.elements.text.focus();
    } else if ((event.key === "j" || event.key === "k") && !typing) {
      step(event.key === "j" ? 1 : -1);
    }
  });

  const themes = ["system", "light", "dark"];
  function paint(name) {
    if (name === "system") {
      delete document.documentElement.dataset.theme;
    } else {
      document.documentElement.dataset.theme = name;
    }
    theme.textContent = `Theme: ${name}`;
  }
  let chosen = "system";
  try {
    chosen = themes.includes(localStorage.getItem("parapet-theme")) ? localStorage.getItem("parapet-theme") : "system";
  } catch {
    // A page of a file may have no storage.
  }
  paint(chosen);
  theme.addEventListener("click", () => {
    chosen = themes[(themes.indexOf(chosen) + 1) % themes.length];
    paint(chosen);
    try {
      localStorage.setItem("parapet-theme", chosen);
    } catch {
      // As above.
    }
  });

  const drawings = [...document.querySelectorAll(".canvas svg")];
  if (drawings.length > 0) {
    let scale = 0;
    const draw = () => {
      for (const drawing of drawings) {
        const box = drawing.viewBox.baseVal;
        const natural = box && box.width ? box.width : 600;
        const fit = Math.min(1, (drawing.parentElement.clientWidth - 26) / natural);
        drawing.setAttribute("width", Math.max(120, natural * (scale === 0 ? fit : scale)));
        drawing.removeAttribute("height");
      }
    };
    draw();
    document.querySelector(".zoom").hidden = false;
    for (const button of document.querySelectorAll("[data-zoom]")) {
      button.addEventListener("click", () => {
        const by = Number(button.dataset.zoom);
        scale = by === 0 ? 0 : Math.min(4, Math.max(0.05, (scale === 0 ? 1 : scale) * by));
        draw();
      });
    }
    for (const picture of document.querySelectorAll(".picture")) {
      picture.addEventListener("toggle", draw);
    }
  }

  form.hidden = findings.length === 0;
  theme.hidden = false;
  filter();
})();
