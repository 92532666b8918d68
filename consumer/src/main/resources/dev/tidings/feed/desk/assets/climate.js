// The climate over the years: its score, the lowest and highest of each step, when there was a
// conflict, and where updates began. However many there are, the server answers with a few hundred
// points. A reader chooses one, and reads its updates.
import uPlot from "./uplot.js";
import { address, page } from "./fragment.js";

const DAY_MS = 86_400_000;

/** In pixels: how far from where a reader points the updates are that are meant. */
const NEAR = 24;

const seconds = day => Date.parse(day) / 1000;
const dayAfter = day => new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
const signed = score => (score == null ? "–" : (score < 0 ? "−" : "+") + Math.abs(score).toFixed(2));

customElements.define("desk-climate", class extends HTMLElement {
  #chart;
  #points = [];
  #wars = [];
  #from;
  /** The points with updates, and which of them the keyboard is at. */
  #told = [];
  #at = -1;

  connectedCallback() {
    this.load();
    this.querySelector("[data-then]").addEventListener("click", () =>
      this.dispatchEvent(new CustomEvent("desk-day", { bubbles: true, detail: this.querySelector("[data-point]").dataset.day })));
    new ResizeObserver(() => this.#chart?.setSize(this.#size())).observe(this);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#draw());
  }

  /** Loads and draws anew, of the day and instant that the data- attributes say. */
  async load() {
    const asked = new URLSearchParams({ to: this.dataset.to, points: "300" });
    if (this.dataset.known) asked.set("knownAt", this.dataset.known);
    const answer = await fetch(`${this.dataset.src}?${asked}`, { headers: { Accept: "application/json" } });
    if (!answer.ok) return;
    const climate = await answer.json();
    this.#points = climate.points;
    this.#from = climate.from;
    this.#wars = climate.inForce.filter(time => /^(conflict|blockade)/.test(time.thread));
    this.#told = climate.points.flatMap((point, i) => (point.updates ? [i] : []));
    this.#at = -1;
    this.#draw();
  }

  #size() {
    return { width: this.clientWidth, height: Math.max(200, Math.min(320, this.clientWidth * 0.4)) };
  }

  #draw() {
    if (this.#points.length < 2) return;
    const isFocused = this.#chart?.over === document.activeElement;
    this.#chart?.destroy();
    this.querySelector("figure .trail")?.remove();
    this.#chart = new uPlot(this.#options(), this.#data(), this);
    this.prepend(this.#chart.root);
    this.#chart.root.setAttribute("role", "group");
    this.#chart.root.setAttribute("aria-label", this.querySelector("figcaption")?.textContent ?? "");
    if (isFocused) this.#chart.over.focus();
    this.querySelector("[data-hint]").hidden = !this.#told.length;
    this.dataset.drawn = this.#points.length;
  }

  #data() {
    return [
      this.#points.map(point => seconds(point.day)),
      this.#points.map(point => point.high ?? null),
      this.#points.map(point => point.score ?? null),
      this.#points.map(point => (point.updates ? Number(point.weight) : null)),
    ];
  }

  #options() {
    const color = name => getComputedStyle(this).getPropertyValue(name).trim();
    const axis = { stroke: color("--quiet"), grid: { stroke: color("--line"), width: 1 }, ticks: { stroke: color("--line") } };
    return {
      ...this.#size(),
      // The lanes below the chart stand in the same place: desk.css knows these numbers.
      padding: [8, 8, 0, 0],
      tzDate: at => uPlot.tzDate(new Date(at * 1000), "Etc/UTC"),
      scales: { x: { range: [seconds(this.#from), seconds(this.dataset.to)] }, y: { range: [-10, 10] } },
      axes: [axis, { ...axis, size: 40 }],
      cursor: { drag: { x: false, y: false }, points: { show: false } },
      hooks: {
        ready: [chart => this.#listen(chart)],
        drawAxes: [chart => this.#shadeWars(chart, color("--war"))],
      },
      series: [
        { label: this.dataset.days, value: (chart, at, series, i) => (i == null ? "–" : this.#days(i)) },
        {
          label: this.dataset.range,
          fill: color("--range"),
          stroke: color("--range"),
          paths: chart => this.#ranges(chart),
          points: { show: false },
          value: (chart, at, series, i) => this.#range(this.#points[i]),
        },
        {
          label: this.dataset.score,
          spanGaps: false,
          stroke: color("--accent"),
          width: 2,
          points: { show: true, size: 4, fill: color("--accent"), filter: (chart, series) => this.#alone(chart.data[series]) },
          value: (chart, at, series, i) => signed(this.#points[i]?.score),
        },
        {
          label: this.dataset.updates,
          stroke: color("--warm"),
          fill: color("--warm"),
          paths: () => null,
          points: { show: true, size: 6, fill: color("--warm"), stroke: color("--warm") },
          value: (chart, at, series, i) => this.#points[i]?.updates ?? "–",
        },
      ],
    };
  }

  /** From the lowest to the highest score of each step, and never so thin that nobody sees it. */
  #ranges(chart) {
    const bars = new Path2D();
    const least = 3 * devicePixelRatio;
    this.#points.forEach((point, i) => {
      if (point.low == null) return;
      const end = chart.valToPos(seconds(point.day), "x", true);
      const start = chart.valToPos(seconds(i ? this.#points[i - 1].day : this.#from), "x", true);
      const top = chart.valToPos(point.high, "y", true);
      const width = Math.max(least, end - start);
      bars.rect(end - width, top, width, Math.max(least, chart.valToPos(point.low, "y", true) - top));
    });
    return { stroke: null, fill: bars, clip: null, band: null, gaps: null, flags: 0 };
  }

  /** A line needs two points; one that stands alone is a dot. */
  #alone(scores) {
    return scores.flatMap((score, i) =>
      score != null && scores[i - 1] == null && scores[i + 1] == null ? [i] : []);
  }

  #shadeWars(chart, color) {
    const { left, top, width, height } = chart.bbox;
    const x = day => Math.min(left + width, Math.max(left, chart.valToPos(seconds(day), "x", true)));
    chart.ctx.save();
    chart.ctx.fillStyle = color;
    for (const time of this.#wars) {
      const start = x(time.from);
      const end = time.to ? x(dayAfter(time.to)) : left + width;
      chart.ctx.fillRect(start, top, Math.max(3 * devicePixelRatio, end - start), height);
    }
    chart.ctx.restore();
  }

  #firstDay(i) {
    return i ? dayAfter(this.#points[i - 1].day) : this.#from;
  }

  #days(i) {
    return `${this.#firstDay(i)} – ${this.#points[i].day}`;
  }

  #range(point) {
    return point?.low == null ? "–" : `${signed(point.low)} … ${signed(point.high)}`;
  }

  #figures(i) {
    const point = this.#points[i];
    const { score, low, high } = this.dataset;
    return `${score} ${signed(point.score)} · ${low} ${signed(point.low)} · ${high} ${signed(point.high)}`;
  }

  /** By mouse and touch where a reader points, and by keyboard from one to the next. */
  #listen(chart) {
    const over = chart.over;
    over.addEventListener("click", event => {
      const x = event.clientX - over.getBoundingClientRect().left;
      this.#tell(this.#nearest(chart, x) ?? chart.posToIdx(x));
    });
    if (!this.#told.length) return;
    over.tabIndex = 0;
    over.setAttribute("role", "slider");
    over.setAttribute("aria-label", this.dataset.choose);
    over.setAttribute("aria-valuemin", 1);
    over.setAttribute("aria-valuemax", this.#told.length);
    this.#goTo(chart, this.#told.length - 1, false);
    over.addEventListener("keydown", event => this.#press(chart, event));
  }

  /** The point with updates that is nearest to a place, if any is near. */
  #nearest(chart, x) {
    const away = i => Math.abs(chart.valToPos(seconds(this.#points[i].day), "x") - x);
    const nearest = this.#told.reduce((best, i) => (best == null || away(i) < away(best) ? i : best), null);
    return nearest != null && away(nearest) <= NEAR ? nearest : null;
  }

  #press(chart, event) {
    const last = this.#told.length - 1;
    const to = {
      ArrowLeft: this.#at - 1, ArrowDown: this.#at - 1,
      ArrowRight: this.#at + 1, ArrowUp: this.#at + 1,
      PageDown: this.#at - 10, PageUp: this.#at + 10, Home: 0, End: last,
    }[event.key];
    if (to !== undefined) this.#goTo(chart, Math.min(last, Math.max(0, to)), true);
    else if (event.key === "Enter" || event.key === " ") this.#tell(this.#told[this.#at]);
    else return;
    event.preventDefault();
  }

  #goTo(chart, at, isShown) {
    this.#at = at;
    const i = this.#told[at];
    chart.over.setAttribute("aria-valuenow", at + 1);
    chart.over.setAttribute("aria-valuetext", `${this.#days(i)}: ${this.#points[i].updates} · ${this.#figures(i)}`);
    if (isShown) chart.setCursor({ left: chart.valToPos(seconds(this.#points[i].day), "x"), top: chart.over.clientHeight / 2 });
  }

  /** Shows the updates of a point: those of its days, as the timeline has them. */
  async #tell(i) {
    const point = this.#points[i];
    if (!point) return;
    const target = address({ from: this.#firstDay(i), to: point.day, after: null, q: null, kind: null, standing: null, sector: null });
    const timeline = (await page(target)).querySelector("#timeline");
    const panel = this.querySelector("[data-point]");
    const figures = document.createElement("p");
    figures.className = "quiet";
    figures.textContent = this.#figures(i);
    const days = timeline.querySelector(".stretch");
    days.querySelector("a")?.remove();
    panel.hidden = false;
    panel.querySelector("[data-said]").replaceChildren(days, figures);
    panel.querySelector("[data-told]").replaceChildren(...timeline.querySelectorAll(".none, .timeline, .more"));
    panel.dataset.day = point.day;
  }
});
