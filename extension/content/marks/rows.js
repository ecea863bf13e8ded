/** Which badges stand in which row of the page: a change in a row casts doubt on each of them. */

/** @template {{row: Element | null}} Spot */
export class Rows {
  constructor() {
    /** @type {WeakMap<Element, Set<Spot>>} */ this.spots = new WeakMap();
  }

  /** A badge stands in another row now, or in none. @param {Spot} spot @param {Element | null} row */
  move(spot, row) {
    const before = spot.row && this.spots.get(spot.row);
    before?.delete(spot);
    if (spot.row && before?.size === 0) this.spots.delete(spot.row);
    spot.row = row;
    if (row) this.spots.set(row, (this.spots.get(row) ?? new Set()).add(spot));
  }

  /** @param {Element} part @returns {Iterable<Spot>} */
  of(part) {
    return this.spots.get(part) ?? [];
  }
}
