/* Rows that can be added, and filled by keyboard alone: Enter goes to the next field,
   Ctrl and Enter to the next row, and from an empty one out of them. Without this script the button brings more rows. */
(() => {
  const list = document.querySelector("[data-rows]");
  const blank = document.querySelector("[data-blank-row]");
  if (!list || !blank) return;
  const form = list.closest("form");
  const total = form.elements[`${list.dataset.rows}-TOTAL_FORMS`];
  const most = Number(form.elements[`${list.dataset.rows}-MAX_NUM_FORMS`].value);
  const WRITABLE = "input:not([type=hidden]), select, textarea";

  const rows = () => [...list.querySelectorAll("[data-row]")];
  const first = (row) => row.querySelector(WRITABLE);
  const isEmpty = (row) => [...row.querySelectorAll(WRITABLE)].every((field) => !field.value);

  const add = () => {
    const number = Number(total.value);
    if (number >= most) return null;
    const holder = document.createElement("template");
    holder.innerHTML = blank.innerHTML.replaceAll("__prefix__", number);
    holder.content.querySelector("[data-row-number]").textContent = number + 1;
    list.append(holder.content);
    total.value = number + 1;
    return rows().at(-1);
  };

  form.addEventListener("click", (event) => {
    if (!event.target.closest("[data-add-row]")) return;
    event.preventDefault();
    const row = add();
    if (row) first(row).focus();
  });

  form.addEventListener("onward:rows", ({ detail }) => {
    const wanted = Number(detail.get(total.name));
    while (Number(total.value) < wanted && add());
  });

  list.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || event.target.matches("textarea")) return;
    event.preventDefault();
    const row = event.target.closest("[data-row]");
    const next = rows()[rows().indexOf(row) + 1];
    if (event.ctrlKey || event.metaKey) {
      if (isEmpty(row)) return form.requestSubmit(form.querySelector("[name=go][value=next]"));
      return first(next ?? add() ?? row).focus();
    }
    const fields = [...form.querySelectorAll(`[data-row] :is(${WRITABLE})`)];
    const field = fields[fields.indexOf(event.target) + 1] ?? document.querySelector("[data-add-row]");
    field.focus();
  });
})();
