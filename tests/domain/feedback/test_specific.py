from onward.domain.feedback.specific import specific_of


def test_an_example_is_more_specific_than_a_verdict() -> None:
    general = specific_of("Your answers lacked detail.")
    moment = specific_of("When Ade asked about the silhouette you shrugged.")
    assert general < 0.4
    assert moment > 0.6


def test_numbers_names_and_quotes_each_add() -> None:
    plain = specific_of("You were slow.")
    assert specific_of("You were slow: 45 minutes.") > plain
    assert specific_of("You were slow on Kubernetes.") > plain
    assert specific_of('You were "slow and steady".') > plain
