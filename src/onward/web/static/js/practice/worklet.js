/* Beside the page, in the thread of the sound: samples become 16-bit stretches of a quarter
   of a second. A page that is busy for a moment loses nothing. */
class Stretches extends AudioWorkletProcessor {
  constructor() {
    super();
    this.size = Math.round(sampleRate / 4);
    this.stretch = new Int16Array(this.size);
    this.filled = 0;
    this.keeps = false;
    this.loudness = 0;
    this.counted = 0;
    this.port.onmessage = ({ data }) => {
      if (data === "keep") this.keeps = true;
      if (data === "rest") {
        this.keeps = false;
        this.hand();
        this.port.postMessage({ rested: true });
      }
    };
  }

  hand() {
    if (this.filled) {
      const part = this.stretch.slice(0, this.filled);
      this.port.postMessage({ stretch: part.buffer }, [part.buffer]);
    }
    this.filled = 0;
  }

  process([input]) {
    const samples = input[0];
    if (!samples) return true;
    for (const sample of samples) {
      this.loudness += sample * sample;
      if (!this.keeps) continue;
      const held = Math.max(-1, Math.min(1, sample));
      this.stretch[this.filled++] = held < 0 ? held * 32768 : held * 32767;
      if (this.filled === this.size) this.hand();
    }
    this.counted += samples.length;
    if (this.counted >= sampleRate / 20) {
      this.port.postMessage({ level: Math.sqrt(this.loudness / this.counted) });
      this.loudness = this.counted = 0;
    }
    return true;
  }
}

registerProcessor("stretches", Stretches);
