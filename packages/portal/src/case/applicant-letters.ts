import type { Case } from '@zhiqing/casework'

type Letter = Case['letters'][number]

/** Letters addressed to the applicant. What is not named here is somebody else's, or stays in the file. */
const addressed = ['L03', 'P01', 'P02', 'P03', 'P05', 'L06', 'L12', 'L15']

const isReply = ({ letter }: Letter): boolean => letter.startsWith('S')

/** What the applicant may download: a reply only once it has been dispatched. */
export const applicantLetters = ({ letters, reply }: Case): Letter[] =>
  letters.filter((one) => addressed.includes(one.letter) || (isReply(one) && Boolean(reply?.dispatchedOn)))
