"""What pages show: frozen values, made from queries by the builders beside them."""
