import type { LetterWords } from './words.ts';

export const en: LetterWords = {
  greeting: (names) => (names === '' ? 'Hello,' : `Hello ${names},`),
  byReply: (button) => `${button}: just reply to this letter.`,
  farewell: 'Best regards,',
  attached: (name, size) => `Attached: ${name}, ${size}`,
  size: { kilobytes: 'KB', megabytes: 'MB' },
  report: {
    subject: (client, period) => `${client}: report for ${period}`,
    opening: (period) => `The report for ${period} is attached. In short:`,
    attached: (period) => `The report for ${period} is attached.`,
    asks: 'What we need from you',
    closing: 'If anything in the figures or the plan raises a question, just reply, or let us talk.',
    open: 'Open the report',
  },
  proposal: {
    subject: (number, prospect) => `${prospect}: proposal ${number}`,
    opening: (date) =>
      `Here is our proposal of ${date}: what we will do, who will work on it, how many hours it takes and what it costs. It is attached and reads in about five minutes.`,
    replacing: (version, before, sent) =>
      `Here is version ${version} of our proposal: it replaces version ${before}, sent on ${sent}. It is attached and reads in about five minutes.`,
    version: (number, version) => `${number}, version ${version}`,
    total: 'Total',
    firstPayment: 'First payment',
    validUntil: 'Valid until',
    endOfDay: (zone) => `to the end of the day, ${zone}`,
    people: (names) => `The people who will work on it: ${names}.`,
    closing: (until) =>
      `The proposal holds until ${until}. If something should change, just reply and we will calculate it anew.`,
    accept: 'Accept the proposal',
    acceptSubject: (number, version) => `Accepted: proposal ${number}, version ${version}`,
    acceptBody: (number, version, total) =>
      `Hello,\n\nWe accept proposal ${number}, version ${version}, for ${total}.\nPlease send us the contract.`,
  },
  followUp: {
    arrived: {
      title: 'Ask whether the letter arrived',
      subject: (number) => `Did proposal ${number} reach you?`,
      body: ({ sent }) => [
        `I sent you our proposal on ${sent}. Could you tell me whether it arrived and whether the file opens?`,
        'If you would rather have it another way, tell me how and I will send it.',
      ],
    },
    questions: {
      title: 'Ask whether there are questions',
      subject: (number) => `Questions about proposal ${number}`,
      body: ({ total }) => [
        `Have you had time to look at the proposal for ${total}? At this point people usually ask what the hours consist of and what could wait.`,
        'I am happy to answer in writing or in fifteen minutes on the phone, whichever suits you.',
      ],
    },
    decision: {
      title: 'Ask about the decision',
      subject: (number) => `Your decision on proposal ${number}`,
      body: ({ until, expired }) => [
        'How is the decision coming along, and who else takes part in it? If it helps, I can prepare a short version for your management.',
        expired
          ? `The offer ended on ${until}; if you are interested, I will confirm the prices in a new version.`
          : `Prices and people are reserved for you until ${until}.`,
      ],
    },
    change: {
      title: 'Offer to change the scope',
      subject: (number) => `What should change in proposal ${number}?`,
      body: ({ total }) => [
        `If the sum of ${total} or the dates do not suit you, tell me which: the work can be split into stages, starting with what you need most.`,
        'If you have decided otherwise, please tell me too, and I will not bother you again.',
      ],
    },
    later: {
      title: 'Remind them of us',
      subject: (number, prospect) => `${prospect}: back to proposal ${number}`,
      body: ({ sent, until, expired }) => [
        `I am coming back to our proposal of ${sent}. Is the task still open? If plans have changed, send me a line or two and I will put the proposal together anew.`,
        expired
          ? `The earlier prices held until ${until}; I will calculate new ones.`
          : `The earlier prices hold until ${until}.`,
      ],
    },
    last: {
      title: 'Write for the last time',
      subject: (number, prospect) => `${prospect}: shall we close proposal ${number}?`,
      body: ({ sent }) => [
        `We sent our proposal on ${sent} and have had no answer so far. I am closing it on our side and will not remind you again.`,
        'Should you come back to the task, write to me: we will start where we stopped.',
      ],
    },
  },
};
