/* Press a word to hear it; a mark plays its moment alone. The word being said is shown. */
(() => {
  const fill = (place) => {
    const sound = place.querySelector("[data-player]");
    if (!sound) return;
    const words = [...place.querySelectorAll(".main > section .spoken-word[data-at]")];
    let until = Infinity;

    const play = ({ at, until: end }) => {
      sound.currentTime = Number(at);
      until = end ? Number(end) : Infinity;
      sound.play().catch(() => {});
    };

    place.addEventListener("click", ({ target }) => {
      const pressed = target.closest("[data-at]");
      if (pressed && !pressed.closest("[data-sound]")?.matches(`:not([data-sound="${sound.getAttribute("src")}"])`)) play(pressed.dataset);
    });
    sound.addEventListener("timeupdate", () => {
      const now = sound.currentTime;
      if (now >= until) {
        sound.pause();
        until = Infinity;
      }
      const said = sound.paused ? null : words.findLast(({ dataset }) => Number(dataset.at) + 0.3 <= now + 0.1);
      for (const word of place.querySelectorAll(".spoken-word.now")) word.classList.toggle("now", word === said);
      said?.classList.add("now");
    });
  };

  const look = () => {
    const place = document.getElementById("report");
    if (place && !place.dataset.filled) {
      place.dataset.filled = "true";
      fill(place);
    }
  };
  document.addEventListener("htmx:afterSettle", look);
  look();
})();
