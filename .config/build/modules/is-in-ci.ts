// Stands for is-in-ci: where Ink believes to run in one, it shows nothing until the end.

export default false;
