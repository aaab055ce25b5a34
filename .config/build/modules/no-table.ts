// Stands for cli-table3: marked-terminal serves inline text only, never a table.

export default class Table {}
