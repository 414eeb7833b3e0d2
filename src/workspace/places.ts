/** Where the files of clients lie in a workspace. */

export const CLIENTS_FOLDER = 'data/clients';

export const NOTES_FOLDER = 'content/reports/notes';
