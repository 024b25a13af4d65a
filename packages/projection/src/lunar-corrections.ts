/**
 * Mid-Autumn days that date-holidays 3.37.0 gets wrong within the projected years: in 2033 it puts the leap month before
 * the 8th month instead of after the 11th, in 2039 it is a day early.
 * Source: tyme4ts 1.5.2 and chinese-days 1.5.7, which agree; both were compared for every lunar day of 2014–2040.
 */
export const MID_AUTUMN_CORRECTIONS: Readonly<Record<number, string>> = {
  2033: '2033-09-08',
  2039: '2039-10-02',
}
