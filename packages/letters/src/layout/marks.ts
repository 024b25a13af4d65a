const set = (characters: string): Set<string> => new Set(characters)

/** Marks that close: never first on a line; half of their box is blank on the right. */
const closing = set('、。，．；：！？）》〉〕】〗』」”’')
/** Marks that open: never last on a line; half of their box is blank on the left. */
const opening = set('（《〈〔【〖『「“‘')
/** Marks that hang on what stands before them, and have no blank half. */
const middle = set('—…·～~％%‰℃°,.;:!?)]}')
/** Marks that hang on what follows them. */
const leading = set('￥＄¥$([{№')
/** Two of these are one mark, never cut (GB/T 15834-2011 5.1). */
const doubled = set('—…')
/** Where a long Latin token may be cut: after these. */
const joints = set('/-.?&=_@:')

export const mayNotBegin = (character: string): boolean => closing.has(character) || middle.has(character)
export const mayNotEnd = (character: string): boolean => opening.has(character) || leading.has(character)
export const isClosing = (character: string): boolean => closing.has(character)
export const isOpening = (character: string): boolean => opening.has(character)
export const isDoubled = (character: string): boolean => doubled.has(character)
export const isJoint = (character: string): boolean => joints.has(character)
export const isLatin = (character: string): boolean => /^[!-~\u00c0-\u024f]$/.test(character)
export const isDigit = (character: string): boolean => /^[0-9]$/.test(character)
