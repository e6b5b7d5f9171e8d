// What a visitor does on the page, in the words of the tests.

/** The playground in a tab. */
export class Playground {
  /** @param {import("playwright-core").Page} page */
  constructor(page) {
    this.page = page;
  }

  /** The text in the editor becomes this one, as if pasted over everything. */
  async write(source) {
    await this.text.fill(source);
  }

  /** The editor's text field. */
  get text() {
    return this.page.getByTestId("editor").locator(".cm-content");
  }

  /** The program in the editor, line by line; the editor may still be on its way. */
  async program() {
    await this.text.locator(".cm-line").first().waitFor();
    return (await this.text.locator(".cm-line").allTextContents()).join("\n");
  }

  /** Playback as fast as the interpreter can. */
  async instantly() {
    const slider = this.page.getByTestId("speed");
    await slider.fill(await slider.getAttribute("max"));
  }

  /** Chooses an example by its name and waits until the page shows it. */
  async choose(name) {
    const button = this.page.getByTestId("gallery-button");
    await button.click();
    const entry = this.page.getByTestId(`example-${name}`);
    const title = await entry.locator("strong").innerText();
    await entry.click();
    await button.locator("span").last().filter({ hasText: title }).waitFor();
  }

  async run() {
    await this.page.getByTestId("run").click();
  }

  /** The link that the page offers when the cursor stands at an event of the run. */
  async linkAt(event) {
    await this.page.getByTestId("scrubber").fill(String(event));
    await this.page.getByTestId("share").click();
    return this.page.getByTestId("share-link").inputValue();
  }

  /** Waits for the end of the run, whichever it is, and until the cursor rests. */
  async ended() {
    await this.page.waitForFunction(() => {
      const play = document.querySelector("[data-testid=play]");
      return document.querySelector("[data-testid=run]") && play && !/^(Pause|暂停)/.test(play.ariaLabel);
    });
  }

  /** Writes a program and plays it to its end. */
  async runToEnd(source) {
    await this.instantly();
    await this.write(source);
    await this.run();
    await this.ended();
  }

  /** What the program has printed, line by line, without the moments. */
  async output() {
    return this.page.getByTestId("output-line").locator("samp").allTextContents();
  }

  async status() {
    return this.page.getByTestId("status").innerText();
  }

  /** The cursor and the last event, as the page counts them (from 0). */
  async counter() {
    const text = await this.page.getByTestId("counter").innerText();
    const [cursor, events] = text.split("/").map((number) => Number(number.trim()));
    return { cursor, events };
  }

  /** What the stage shows: the sentence, the boxes and the lanes, as text. */
  async stage() {
    return this.page.evaluate(() => {
      const parts = ["sentence-what", "ready-queue", "timers"];
      return parts.map((id) => document.querySelector(`[data-testid=${id}]`)?.innerText ?? "").join("\n--\n");
    });
  }

  /** Waits until nothing on the page is on its way from place to place. */
  async stands() {
    await this.page.waitForFunction(() => document.getAnimations().every((each) => each.playState !== "running"));
  }

  async stepForward() {
    await this.page.getByTestId("step-forward").click();
  }

  async stepBack() {
    await this.page.getByTestId("step-back").click();
  }
}
