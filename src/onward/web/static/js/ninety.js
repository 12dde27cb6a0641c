/* Ninety seconds to say one's opening in; the bar moves once a second and nothing rings. */
(() => {
  const place = document.getElementById("ninety");
  if (!place) return;
  const cue = place.querySelector(".cue");
  const bar = place.querySelector("progress");
  const begin = place.querySelector("#begin");
  let timer = 0;

  const end = (words) => {
    clearInterval(timer);
    timer = 0;
    bar.value = 0;
    cue.textContent = words;
    begin.textContent = begin.dataset.begin;
  };
  begin.addEventListener("click", () => {
    if (timer) {
      end(cue.dataset.ready);
      return;
    }
    const since = performance.now();
    cue.textContent = cue.dataset.ready;
    begin.textContent = begin.dataset.stop;
    timer = setInterval(() => {
      bar.value = (performance.now() - since) / 1000;
      if (bar.value >= bar.max) end(cue.dataset.over);
    }, 1000);
  });
})();
