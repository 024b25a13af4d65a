import type { Case } from '@zhiqing/casework'

type Letter = Case['letters'][number]

/** Letters addressed to the applicant. What is not named here is somebody else's, or stays in the file. */
const addressed = ['L03', 'P01', 'P02', 'P03', 'P05', 'L06', 'L12', 'L13', 'L15']

const isReply = ({ letter }: Letter): boolean => letter.startsWith('S')

/** The 文号 of every reply that went out, of this round and of those before it; one that was taken back unsent is not among them. */
const sentReplies = ({ letters, reply, rounds }: Case): (string | null)[] => [
  ...rounds.flatMap((round) => (round.reply?.dispatchedOn ? [round.replyNumber] : [])),
  ...(reply?.dispatchedOn ? [letters.findLast(isReply)?.documentNumber ?? null] : []),
]

/** What the applicant may download: a reply only once it has been dispatched. */
export const applicantLetters = (current: Case): Letter[] => {
  const sent = sentReplies(current)
  return current.letters.filter(
    (one) => addressed.includes(one.letter) || (isReply(one) && sent.includes(one.documentNumber)),
  )
}
