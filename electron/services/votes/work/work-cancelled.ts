/** Thrown between two steps when the person cancelled. */
export class WorkCancelled extends Error {
  constructor() {
    super('cancelled');
  }
}
