/* Copies what stands in a field, and says so on the button for a moment. */
(() => {
  const SAID_MS = 2000;
  for (const button of document.querySelectorAll("[data-copy]")) {
    const label = button.textContent;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value);
      button.textContent = button.dataset.copied;
      setTimeout(() => { button.textContent = label; }, SAID_MS);
    });
  }
})();
