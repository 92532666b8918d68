// The climate over the years, with the updates on it. However many there are, the server answers
// with a few hundred points.
import uPlot from "./uplot.js";



customElements.define("desk-climate", class extends HTMLElement {
  #chart;
  #points = [];

  connectedCallback() {
    this.load();
    new ResizeObserver(() => this.#chart?.setSize(this.#size())).observe(this);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#draw());
  }

  /** Loads and draws anew, of the day and instant that the data- attributes say. */
  async load() {
    const asked = new URLSearchParams({ to: this.dataset.to, points: "300" });
    if (this.dataset.known) asked.set("knownAt", this.dataset.known);
    const answer = await fetch(`${this.dataset.src}?${asked}`, { headers: { Accept: "application/json" } });
    if (!answer.ok) return;
    this.#points = (await answer.json()).points;
    this.#draw();
  }

  #size() {
    return { width: this.clientWidth, height: Math.max(200, Math.min(320, this.clientWidth * 0.4)) };
  }

  #draw() {
    if (this.#points.length < 2) return;
    this.#chart?.destroy();
    this.querySelector("figure .trail")?.remove();
    this.#chart = new uPlot(this.#options(), this.#data(), this);
    this.prepend(this.#chart.root);
    this.#chart.root.setAttribute("role", "img");
    this.#chart.root.setAttribute("aria-label", this.querySelector("figcaption")?.textContent ?? "");
    this.dataset.drawn = this.#points.length;
  }

  #data() {
    const at = point => Date.parse(point.day) / 1000;
    return [
      this.#points.map(at),
      this.#points.map(point => point.score ?? null),
      this.#points.map(point => (point.updates ? Number(point.weight) : null)),
    ];
  }

  #options() {
    const color = name => getComputedStyle(this).getPropertyValue(name).trim();
    const axis = { stroke: color("--quiet"), grid: { stroke: color("--line"), width: 1 }, ticks: { stroke: color("--line") } };
    return {
      ...this.#size(),
      tzDate: seconds => uPlot.tzDate(new Date(seconds * 1000), "Etc/UTC"),
      scales: { y: { range: [-10, 10] } },
      axes: [axis, { ...axis, size: 40 }],
      legend: { live: false },
      cursor: { drag: { x: false, y: false } },
      hooks: { ready: [chart => this.#choose(chart)] },
      series: [
        {},
        { label: this.dataset.score, spanGaps: false, stroke: color("--accent"), width: 2, points: { show: false } },
        {
          label: this.dataset.updates,
          stroke: color("--warm"),
          fill: color("--warm"),
          paths: () => null,
          points: { show: true, size: 6, fill: color("--warm"), stroke: color("--warm") },
        },
      ],
    };
  }

  /** A reader who chooses a point wants that day. */
  #choose(chart) {
    chart.over.addEventListener("click", () => {
      const point = this.#points[chart.cursor.idx];
      if (point) {
        this.dispatchEvent(new CustomEvent("desk-day", { bubbles: true, detail: point.day }));
      }
    });
  }
});


