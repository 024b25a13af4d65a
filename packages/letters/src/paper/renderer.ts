/**
 * Which renderer printed a letter; every file says it beside its template. The same template, fields and fonts give the
 * same bytes as long as this number is the same, whatever Node and machine: a test holds it to the bytes of one letter. It
 * is raised with every change that prints other bytes. Letters issued before keep the bytes they were issued with.
 */
export const renderer = 2
