/* Dictation, only where the browser turns speech into words on this device. Elsewhere
   it would send the voice away, so there no button appears. */
(async () => {
  const Recognition = globalThis.SpeechRecognition;
  const words = document.getElementById("dictate-words");
  const areas = [...document.querySelectorAll("textarea[data-dictate]")];
  if (!words || !areas.length || !Recognition?.available) return;
  if (!("processLocally" in Recognition.prototype)) return;
  const lang = document.documentElement.lang || navigator.language;
  const found = await Recognition.available({ langs: [lang], processLocally: true }).catch(() => "");
  if (found !== "available") return;

  const listen = (area, button) => {
    const hearing = Object.assign(new Recognition(), { lang, processLocally: true, continuous: true });
    if (!hearing.processLocally) return;
    hearing.onresult = ({ results, resultIndex }) => {
      const heard = results[resultIndex][0].transcript.trim();
      area.value = `${area.value} ${heard}`.trim().slice(0, area.maxLength);
      area.dispatchEvent(new Event("input", { bubbles: true }));
    };
    hearing.onend = () => button.setAttribute("aria-pressed", "false");
    button.setAttribute("aria-pressed", "true");
    hearing.start();
    button.addEventListener("click", () => hearing.stop(), { once: true });
  };

  for (const area of areas) {
    const button = words.content.firstElementChild.cloneNode(true);
    area.after(button);
    button.addEventListener("click", () => {
      if (button.getAttribute("aria-pressed") !== "true") listen(area, button);
    });
  }
})();
