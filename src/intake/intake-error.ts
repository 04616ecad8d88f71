/** Input that cannot become a report. The message says what it is and what would be right, without naming the file. */
export class IntakeError extends Error {
  override readonly name = 'IntakeError';
}
