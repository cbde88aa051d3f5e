/** Stands for every CSS module in tests: each class is named as in its file. */
const classes = new Proxy<Record<string, string>>({}, { get: (_, name) => String(name) });

export default classes;
