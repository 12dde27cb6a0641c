/* After a quarter of an hour a line says so. Nothing ends by it. */
(() => {
  for (const line of document.querySelectorAll("[data-gentle-after]")) {
    setTimeout(() => (line.hidden = false), Number(line.dataset.gentleAfter) * 1000);
  }
})();
