/**
 * Without these a process of Node 24 may hang at its end: threads that compile in its background can wait for a garbage collection that the
 * main thread, which waits for them, never makes (nodejs/node#54918, #64274). Other causes of a hang they do not keep away (decision 0046).
 */
export const withoutLateCompilers = ['--no-maglev', '--no-concurrent-sparkplug'] as const;

/**
 * How Node runs the server, wherever it is started; the Dockerfile says the same. Traces name lines of TypeScript, and what dies young is
 * collected early: with the space that Node would give it a process doubles its memory before it looks, for no more speed. What may grow to
 * 1 GiB, four times what any act needs, is collected when it has grown by 60 %, and not fourfold (decision 0030).
 */
export const serverOptions = [...withoutLateCompilers, '--enable-source-maps', '--max-semi-space-size=16', '--max-old-space-size=1024'] as const;
