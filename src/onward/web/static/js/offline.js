/* Onward may have been closed meanwhile: say so, in the words that stand in the page. */
(() => {
  const place = document.getElementById("notices");
  const words = document.getElementById("unreachable");
  if (!place || !words) return;
  let said = false;

  const say = () => {
    if (!said) place.replaceChildren(words.content.cloneNode(true));
    said = true;
  };
  const unsay = () => {
    if (said) place.replaceChildren();
    said = false;
  };

  document.addEventListener("htmx:sendError", say);
  document.addEventListener("htmx:beforeOnLoad", unsay);
})();
