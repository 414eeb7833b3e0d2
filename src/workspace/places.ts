/** Where the files of clients and prospects lie in a workspace. */

export const CLIENTS_FOLDER = 'data/clients';

export const NOTES_FOLDER = 'content/reports/notes';

export const PROPOSALS_FOLDER = 'content/proposals';

export const ESTIMATES_FOLDER = 'data/proposals';
