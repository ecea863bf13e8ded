/** The changes that a user makes on one stay at a profile: said when one takes long, kept for another try when refused. */

/** @typedef {import("../messages.js").Message} Message */
/** @typedef {import("./session.js").Model} Model */
/** @typedef {(answer: any) => Partial<Model>} How   what the model says after it was done */
/**
 * @typedef {object} Needs
 * @property {(message: Message) => Promise<import("../messages.js").Answer | null>} ask   null when there is no answer to be had
 * @property {(change: Partial<Model>) => void} set
 * @property {(task: () => void, wait: number) => unknown} later
 */

/** From here on a click must be seen to do something, in milliseconds. */
const SEEMS_LONG = 400;

export class Changes {
  /** @param {Needs} needs */
  constructor(needs) {
    this.needs = needs;
    this.stay = { running: 0 };
    /** Changes begun and ended so far: an answer that was asked for before this grew knows nothing of them. */
    this.turns = 0;
    /** @type {{message: Message, how: How} | null} */ this.refused = null;
  }

  /** A new stay: what runs for the last one shows nothing here, and holds nothing up. */
  begin() {
    this.stay = { running: 0 };
    this.refused = null;
  }

  get isRunning() {
    return this.stay.running > 0;
  }

  /** @param {Message} message @param {How} how */
  async make(message, how) {
    const { stay } = this;
    stay.running += 1;
    this.turns += 1;
    let isDone = false;
    this.needs.later(() => { if (!isDone && stay === this.stay) this.needs.set({ busy: message.kind }); }, SEEMS_LONG);
    const answer = await this.needs.ask(message);
    isDone = true;
    stay.running -= 1;
    this.turns += 1;
    if (stay === this.stay) this.take(answer, message, how);
  }

  /** @param {import("../messages.js").Answer | null} answer @param {Message} message @param {How} how */
  take(answer, message, how) {
    if (answer === null) return this.needs.set({ busy: null });
    this.refused = answer.ok ? null : { message, how };
    if (answer.ok) return this.needs.set({ busy: null, refusal: null, ...how(answer) });
    this.needs.set({ busy: null, refusal: { kind: message.kind, problem: answer.problem }, said: answer.problem.message });
  }

  /** What was refused, once more. */
  async again() {
    const { refused } = this;
    if (refused !== null && !this.isRunning) await this.make(refused.message, refused.how);
  }
}
