import { join } from 'node:path';
import { decode } from '../../../intake/decode.ts';
import type { Effects } from '../../../types/effects.ts';
import type { Proposal } from '../../../types/proposal.ts';
import { filesUnder } from '../../inputs.ts';
import { canonical } from '../reading/canonical.ts';
import type { Owner, Term } from './terms.ts';

/**
 * What an owner's documents may say although it names somebody else: words that stand in the exports of the client
 * itself (people search for competitors by name), and works a proposal's author shows as references on purpose.
 * Only for names, domains and links; an id, an address of mail, a path or a hash has no such excuse.
 */
export class OwnWords {
  readonly #root: string;
  readonly #proposals: readonly Proposal[];
  readonly #effects: Effects;
  #latest: { owner: Owner; text: string } | null = null;

  constructor(root: string, proposals: readonly Proposal[], effects: Effects) {
    this.#root = root;
    this.#proposals = proposals;
    this.#effects = effects;
  }

  async hold(owner: Owner, { kind, text }: Term): Promise<boolean> {
    if (kind !== 'name' && kind !== 'domain' && kind !== 'link') return false;
    // Folders are read one after another: only the present one's words are kept.
    if (this.#latest?.owner !== owner) this.#latest = { owner, text: await this.#read(owner) };
    return this.#latest.text.includes(text);
  }

  async #read(owner: Owner): Promise<string> {
    const [site, id] = owner.split('/') as [string, string];
    if (site === 'proposals') {
      const references = this.#proposals.find((proposal) => proposal.id === id)?.references ?? [];
      return canonical(
        references.map(({ title, about, link }) => `${title}\n${about ?? ''}\n${link ?? ''}`).join('\n'),
      );
    }
    const texts: string[] = [];
    for (const file of await filesUnder(this.#root, `data/clients/${id}/exports`, this.#effects)) {
      const read = decode(await this.#effects.fs.read(join(this.#root, file)));
      if ('text' in read) texts.push(canonical(read.text.replaceAll('""', '"')));
    }
    return texts.join('\n');
  }
}
