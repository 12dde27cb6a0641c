/* The microphone: asked for once, kept open from question to question, closed after that.
   Samples come from a worklet; where a browser has none, it packs the sound itself. */
(() => {
  const RATE = 16000;
  const STRETCH_MS = 250;
  const CHOSEN = "onward-microphone";
  const PLAIN = { channelCount: 1, echoCancellation: false, noiseSuppression: false, autoGainControl: false };
  let open = null;
  let hears = () => {};
  let takes = () => {};
  let ends = () => {};

  const chosen = () => {
    try { return localStorage.getItem(CHOSEN) || ""; } catch { return ""; }
  };

  const ask = (id) => navigator.mediaDevices.getUserMedia({
    audio: id ? { ...PLAIN, deviceId: { ideal: id } } : PLAIN,
  });

  /* Some browsers join a microphone only to a context of its own rate. */
  const joined = async (stream) => {
    for (const options of [{ sampleRate: RATE }, {}]) {
      const context = new AudioContext(options);
      try {
        return { context, source: context.createMediaStreamSource(stream) };
      } catch (problem) {
        await context.close();
        if (!options.sampleRate) throw problem;
      }
    }
    return null;
  };

  const withWorklet = async ({ context, source }, worklet) => {
    await context.audioWorklet.addModule(worklet);
    const node = new AudioWorkletNode(context, "stretches", { numberOfOutputs: 0 });
    let rested = () => {};
    node.port.onmessage = ({ data }) => {
      if ("level" in data) hears(data.level);
      if (data.stretch) takes({ kind: "samples", rate: context.sampleRate, content: data.stretch });
      if (data.rested) rested();
    };
    source.connect(node);
    return {
      keep: () => node.port.postMessage("keep"),
      rest: () => new Promise((resolve) => {
        rested = resolve;
        node.port.postMessage("rest");
      }),
    };
  };

  const packing = ({ context, source }, stream) => {
    const analyser = context.createAnalyser();
    const wave = new Float32Array(analyser.fftSize);
    source.connect(analyser);
    setInterval(() => {
      analyser.getFloatTimeDomainData(wave);
      hears(Math.sqrt(wave.reduce((sum, one) => sum + one * one, 0) / wave.length));
    }, 50);
    let recorder = null;
    return {
      keep: () => {
        recorder = new MediaRecorder(stream);
        recorder.ondataavailable = async ({ data }) => {
          if (data.size) takes({ kind: "packed", rate: 1, content: await data.arrayBuffer() });
        };
        recorder.start(STRETCH_MS);
      },
      rest: () => new Promise((resolve) => {
        if (!recorder || recorder.state === "inactive") return resolve();
        recorder.onstop = () => setTimeout(resolve, 50);
        return recorder.stop();
      }),
    };
  };

  const start = async (worklet, id = chosen()) => {
    const stream = await ask(id);
    const join = await joined(stream);
    let ways;
    try {
      ways = await withWorklet(join, worklet);
    } catch {
      ways = packing(join, stream);
    }
    await join.context.resume();
    const [track] = stream.getAudioTracks();
    track.addEventListener("ended", () => {
      close();
      ends();
    });
    open = { stream, context: join.context, id: track.getSettings().deviceId || "", ...ways };
    return open;
  };

  const close = () => {
    if (!open) return;
    for (const track of open.stream.getTracks()) track.stop();
    open.context.close();
    open = null;
  };

  window.Practice = window.Practice || {};
  window.Practice.microphone = {
    isPossible: () => Boolean(navigator.mediaDevices?.getUserMedia && window.AudioContext),
    isOpen: () => Boolean(open),
    open: async (worklet) => open || start(worklet),
    choose: async (worklet, id) => {
      close();
      try { localStorage.setItem(CHOSEN, id); } catch { /* kept for this page alone */ }
      return start(worklet, id);
    },
    close,
    keep: () => open.keep(),
    rest: async () => (open ? open.rest() : undefined),
    all: async () => {
      const found = (await navigator.mediaDevices.enumerateDevices()).filter(({ kind }) => kind === "audioinput");
      return found.map(({ deviceId, label }) => ({ id: deviceId, label, chosen: deviceId === open?.id }));
    },
    onLevel: (hear) => { hears = hear; },
    onStretch: (take) => { takes = take; },
    onEnd: (end) => { ends = end; },
  };
})();
