(() => {
  "use strict";
  const pages = document.querySelectorAll("template.page").length;
  const place = document.getElementById("page");
  let current = 1;

  // Letters that are written one for the other, and signs that are left out.
  const fold = (text) =>
    text.normalize("NFKC").toLowerCase().replace(/[\u0640\u064B-\u0652\u0670]/g, "")
      .replace(/[\u0622\u0623\u0625\u0671]/g, "\u0627").replace(/\u0649/g, "\u064A")
      .replace(/\u0629/g, "\u0647");

  const dress = () => {
    for (const text of place.querySelectorAll(".text")) {
      if (text.scrollHeight < 520) continue;
      text.classList.add("long");
      const more = document.createElement("button");
      more.className = "more";
      more.textContent = "النص كله";
      more.onclick = () => { text.classList.remove("long"); more.remove(); };
      text.after(more);
    }
  };

  const show = (number, scroll) => {
    current = Math.min(Math.max(number, 1), pages);
    const template = document.querySelector(`template[data-page="${current}"]`);
    place.replaceChildren(template ? template.content.cloneNode(true) : "");
    document.getElementById("number").textContent = `${current} / ${Math.max(pages, 1)}`;
    for (const id of ["first", "previous"]) document.getElementById(id).disabled = current <= 1;
    for (const id of ["next", "last"]) document.getElementById(id).disabled = current >= pages;
    dress();
    if (scroll) document.getElementById("articles").scrollIntoView();
  };

  const follow = () => {
    const match = /^#a(\d+)$/.exec(location.hash);
    if (!match) return false;
    const size = Number(place.dataset.size);
    show(Math.floor((Number(match[1]) - 1) / size) + 1, false);
    document.getElementById(`a${match[1]}`)?.scrollIntoView();
    return true;
  };

  document.getElementById("first").onclick = () => show(1, true);
  document.getElementById("previous").onclick = () => show(current - 1, true);
  document.getElementById("next").onclick = () => show(current + 1, true);
  document.getElementById("last").onclick = () => show(pages, true);
  window.addEventListener("hashchange", follow);

  const titles = JSON.parse(document.getElementById("titles").textContent);
  const folded = titles.map(fold);
  const found = document.getElementById("found");
  document.getElementById("filter").oninput = (event) => {
    const wanted = fold(event.target.value.trim());
    found.replaceChildren();
    if (!wanted) return;
    let shown = 0;
    for (let i = 0; i < titles.length && shown < 50; i++) {
      if (!folded[i].includes(wanted)) continue;
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = `#a${i + 1}`;
      link.dir = "auto";
      link.textContent = titles[i];
      item.append(link);
      found.append(item);
      shown++;
    }
    if (!shown) found.textContent = "لا عنوان فيه هذا";
  };

  if (!follow()) show(1, false);
})();
