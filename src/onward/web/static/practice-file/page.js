/* In the shared file: what was written becomes a small file to send back. Nothing is sent. */
(() => {
  const form = document.querySelector("form");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const told = { kind: "onward-opinion", take: form.dataset.take };
    for (const field of form.querySelectorAll("[name]")) told[field.name] = field.value;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(told, null, 1)], { type: "application/json" }));
    link.download = "onward-answer.json";
    link.click();
    document.querySelector("[role=status]").textContent = form.dataset.saved;
  });
})();
