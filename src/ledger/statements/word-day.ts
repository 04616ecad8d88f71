import { type CalendarDate, dateOf, type FiledReport } from '../../model/index.ts';

/** The calendar date of a report's word: its publication, without one the day of filing. */
export const wordDay = (report: FiledReport): CalendarDate => dateOf(report.published ?? report.known);
