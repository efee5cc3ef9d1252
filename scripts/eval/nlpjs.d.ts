/** The parts of @nlpjs that the comparison uses; it publishes no types. */
declare module '@nlpjs/core' {
  export interface NlpjsEngine {
    settings: Record<string, unknown>;
    addLanguage(language: string): void;
    addDocument(language: string, text: string, intent: string): void;
    train(): Promise<void>;
    process(language: string, text: string): Promise<{ intent: string }>;
  }
  export interface NlpjsContainer {
    use(plugin: unknown): void;
    get(name: 'nlp'): NlpjsEngine;
    registerConfiguration(tag: string, settings: Record<string, unknown>, override: boolean): void;
  }
  export function containerBootstrap(): Promise<NlpjsContainer>;
}
declare module '@nlpjs/lang-en-min' {
  export const LangEn: unknown;
}
declare module '@nlpjs/lang-zh' {
  export const LangZh: unknown;
}
declare module '@nlpjs/nlp' {
  export const Nlp: unknown;
}
